import { decodeCharset } from './decode-words.ts';

/** The value of a structured header: what comes first, and its parameters by their small names. */
export interface HeaderValue {
  /** In small letters, without comments; empty if there is none. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads the value of Content-Type or Content-Disposition (RFC 2045 section 5.1, RFC 2183), with the
 * parameters of RFC 2231: in pieces, and percent-encoded. Takes what it can of a malformed one.
 */
export function readParameters(text: string): HeaderValue {
  const [first = '', ...rest] = splitOutsideQuotes(text.slice(0, MAX_LENGTH));
  const written = new Map<string, string>();
  for (const piece of rest.slice(0, MAX_PARAMETERS)) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    // The first one counts, as in browsers.
    if (!written.has(name)) written.set(name, unquote(piece.slice(equals + 1).trim()));
  }
  const parameters = new Map<string, string>();
  for (const name of written.keys()) {
    const plain = name.replace(/\*.*$/s, '');
    const value = joinPieces(written, plain) ?? written.get(plain);
    if (value !== undefined) parameters.set(plain, value);
  }
  return { value: first.trim().toLowerCase(), parameters };
}

// --- internal ---

const MAX_PARAMETERS = 200;

/** Far above any real header; a hostile one may fill the whole message. */
const MAX_LENGTH = 20_000;

/** Parts a value at its semicolons and drops comments, which stand in (nested) round brackets. */
function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && (quoted || depth > 0)) {
      if (depth === 0) piece += sign + text.charAt(at + 1);
      at++;
    } else if (quoted || (sign === '"' && depth === 0)) {
      if (sign === '"') quoted = !quoted;
      piece += sign;
    } else if (sign === '(') {
      depth++;
    } else if (depth > 0) {
      if (sign === ')') depth--;
    } else if (sign === ';') {
      pieces.push(piece);
      piece = '';
    } else {
      piece += sign;
    }
  }
  return [...pieces, piece];
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const end = text.length > 1 && text.endsWith('"') ? -1 : undefined;
  return text.slice(1, end).replace(/\\(.)/gs, '$1');
}

/** `name*`, or `name*0*`, `name*1`, … joined and decoded; null if there is none of them. */
function joinPieces(written: ReadonlyMap<string, string>, name: string): string | null {
  const single = written.get(`${name}*`);
  if (single !== undefined) return decodeExtended(single);
  const pieces: { readonly text: string; readonly extended: boolean }[] = [];
  for (let index = 0; index < MAX_PARAMETERS; index++) {
    const extended = written.get(`${name}*${index}*`);
    const text = extended ?? written.get(`${name}*${index}`);
    if (text === undefined) break;
    pieces.push({ text, extended: extended !== undefined });
  }
  if (pieces.length === 0) return null;
  const join = (change: (text: string) => string) =>
    pieces.map(({ text, extended }) => (extended ? text : change(text))).join('');
  if (!pieces.some(({ extended }) => extended)) return join((text) => text);
  // What is not percent-encoded must come through the decoding as it is.
  return decodeExtended(join((text) => text.replaceAll('%', '%25')));
}

/** `utf-8'en'Gr%C3%BC%C3%9Fe` as text. */
function decodeExtended(text: string): string {
  const [, charset = '', value = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
  const ascii = value.toWellFormed().replace(/[^\0-\x7f]/gu, encodeURIComponent);
  const bytes = ascii.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return decodeCharset(Buffer.from(bytes, 'latin1'), charset === '' ? 'utf-8' : charset) ?? value;
}
