import { decodeWords } from './decode-words.ts';
import type { MessageHeader } from './message-headers.ts';
import type { HeaderValue } from './read-parameters.ts';
import { readParameters } from './read-parameters.ts';

/** A message taken apart; nothing of it is decoded but its headers. */
export interface ReadMessage {
  /** In their order, unfolded and decoded. */
  readonly headers: readonly MessageHeader[];
  readonly root: ReadPart;
}

/** A node of the MIME tree (RFC 2045, RFC 2046). */
export interface ReadPart {
  /** Such as `multipart/alternative`, in small letters. */
  readonly type: string;
  /** Such as `utf-8`, in small letters; null where none is written. */
  readonly charset: string | null;
  /** Such as `quoted-printable`, in small letters; null where none is written. */
  readonly encoding: string | null;
  readonly filename: string | null;
  /** True when it is not to be shown with the text (RFC 2183). */
  readonly attached: boolean;
  /** Without its angle brackets. */
  readonly contentId: string | null;
  /** As it is encoded, its parts with it: a view of the message's bytes. */
  readonly body: Uint8Array;
  readonly parts: readonly ReadPart[];
}

/**
 * Takes a message apart (RFC 5322, MIME). Never throws: of a malformed or hostile message it reads
 * what it can, at most 32 parts deep and 1,000 in all, in a time that follows the size.
 */
export function readMessage(bytes: Uint8Array): ReadMessage {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entity = readEntity(message);
  const root = readPart(entity, 'text/plain', { depth: 0, budget: { parts: MAX_PARTS } });
  const headers = entity.headers.map(({ name, value }) => ({ name, value: decodeWords(value) }));
  return { headers, root };
}

// --- internal ---

const MAX_DEPTH = 32;
const MAX_PARTS = 1000;
const LF = 0x0a;
const CR = 0x0d;

/** A header block and what follows it. */
interface Entity {
  /** Unfolded, not decoded. */
  readonly headers: readonly MessageHeader[];
  readonly body: Buffer;
}

interface Limits {
  readonly depth: number;
  /** Shared by all parts of a message. */
  readonly budget: { parts: number };
}

function readEntity(bytes: Buffer): Entity {
  const lines: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(LF, at);
    const next = found === -1 ? bytes.length : found + 1;
    const end = endOfLine(bytes, at, next);
    // An empty line ends the header block.
    if (end === at) return { headers: unfold(lines), body: bytes.subarray(next) };
    lines.push(decodeLine(bytes.subarray(at, end)));
    at = next;
  }
  return { headers: unfold(lines), body: bytes.subarray(at) };
}

/** Without CRLF or LF. */
function endOfLine(bytes: Buffer, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === LF) end--;
  if (end > start && bytes[end - 1] === CR) end--;
  return end;
}

/** UTF-8 (RFC 6532) if it can be that, else Latin-1, as which any byte can be read. */
function decodeLine(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** A line that begins with space goes on with the one before; one without a name is none. */
function unfold(lines: readonly string[]): MessageHeader[] {
  const fields: string[][] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.push(line);
    else fields.push([line]);
  }
  return fields.flatMap((pieces) => {
    const field = pieces.join('');
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).trimEnd();
    if (colon < 1 || !/^[!-9;-~]+$/.test(name)) return [];
    return [{ name, value: field.slice(colon + 1).trim() }];
  });
}

function readPart({ headers, body }: Entity, defaultType: string, limits: Limits): ReadPart {
  limits.budget.parts--;
  const find = (name: string) =>
    headers.find((header) => header.name.toLowerCase() === name)?.value;
  const content = readParameters(find('content-type') ?? '');
  const type = /^[^\s/]+\/[^\s/]+$/.test(content.value) ? content.value : defaultType;
  const disposition = readParameters(find('content-disposition') ?? '');
  const filename = disposition.parameters.get('filename') ?? content.parameters.get('name');
  return {
    type,
    charset: content.parameters.get('charset')?.toLowerCase() ?? null,
    encoding: readParameters(find('content-transfer-encoding') ?? '').value || null,
    filename: filename === undefined ? null : decodeWords(filename),
    attached: disposition.value === 'attachment',
    contentId: find('content-id')?.replace(/^<(.*)>$/s, '$1') ?? null,
    body,
    parts: limits.depth < MAX_DEPTH ? readParts(type, content, body, limits) : [],
  };
}

function readParts(type: string, content: HeaderValue, body: Buffer, limits: Limits): ReadPart[] {
  const inner = { ...limits, depth: limits.depth + 1 };
  if (type === 'message/rfc822') {
    return limits.budget.parts > 0 ? [readPart(readEntity(body), 'text/plain', inner)] : [];
  }
  const boundary = content.parameters.get('boundary');
  if (!type.startsWith('multipart/') || boundary === undefined || boundary === '') return [];
  // A digest is a list of messages (RFC 2046 section 5.1.5).
  const defaultType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return divide(body, boundary, limits.budget.parts).flatMap((bytes) =>
    limits.budget.parts > 0 ? [readPart(readEntity(bytes), defaultType, inner)] : [],
  );
}

/** The bytes between the lines `--boundary`; what stands before the first and after the last is none. */
function divide(body: Buffer, boundary: string, most: number): Buffer[] {
  const parts: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  let start: number | null = null;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const found = body.indexOf(LF, at);
    const next = found === -1 ? body.length : found + 1;
    const rest = body.toString('latin1', at + mark.length, Math.min(next, at + mark.length + 100));
    // Another boundary can begin with this one.
    if (!/^(?:--)?[ \t]*\r?(?:\n|$)/.test(rest)) continue;
    // The line break before the boundary belongs to it.
    if (start !== null)
      parts.push(body.subarray(start, Math.max(start, endOfLine(body, start, at))));
    if (rest.startsWith('--') || parts.length >= most) return parts;
    start = next;
  }
  if (start !== null) parts.push(body.subarray(start));
  return parts;
}
