import type { CST, Document, ErrorCode, ParsedNode, YAMLError } from 'yaml';
import { Composer, Parser } from 'yaml';
import { MAX_DEPTH, type SyntaxComplaint, tooDeep } from '../complaints.ts';
import { toComplaint } from './yaml-complaint.ts';

export interface ParsedYaml {
  /** The first document's content; null when there is none. */
  readonly contents: ParsedNode | null;
  /** Errors and warnings of the syntax. */
  readonly complaints: readonly SyntaxComplaint[];
}

/**
 * Parses YAML 1.2 with the core schema, in which dates stay texts, and merge keys. Unlike the
 * parser's own entry point it looks at the nesting before the tree is composed: a stack that
 * overflows there ends the process.
 */
export function parseYaml(text: string): ParsedYaml {
  const tokens = [...new Parser().parse(text)];
  const deepest = findTooDeep(tokens);
  if (deepest !== null) {
    const complaint = { ...tooDeep(), start: deepest, end: deepest + 1 };
    return { contents: null, complaints: [complaint] };
  }
  const documents = [...composer().compose(tokens, false, text.length)];
  const [first, second] = documents;
  const errors = withoutEchoes(
    documents.flatMap((document) => document.errors),
    text,
  );
  const found = [...errors, ...documents.flatMap(({ warnings }) => warnings)];
  const complaints = found.map((error) => toComplaint(error, { text, tokens }));
  if (second !== undefined) complaints.push(severalDocuments(text, second));
  return { contents: first?.contents ?? null, complaints };
}

// --- internal ---

function composer(): Composer {
  return new Composer({
    version: '1.2',
    schema: 'core',
    merge: true,
    // !!timestamp and !!binary would give values that are no plain data.
    resolveKnownTags: false,
    // Checked in yaml-value.ts, in less than quadratic time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
}

/** Errors that misplace what follows them, so that what the parser says of that is no help. */
const BREAKING: ReadonlySet<ErrorCode> = new Set([
  'BAD_INDENT',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
]);

/** Errors that are true whatever went before. */
const CERTAIN: ReadonlySet<ErrorCode> = new Set([
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'TAB_AS_INDENT',
]);

/** Of the errors of a line the first is told, and behind one that breaks the order only certain ones. */
function withoutEchoes(errors: readonly YAMLError[], text: string): readonly YAMLError[] {
  const told: YAMLError[] = [];
  let line: number | null = null;
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const at = text.lastIndexOf('\n', error.pos[0] - 1);
    const isBroken = told.some(({ code }) => BREAKING.has(code));
    if (at === line || (isBroken && !CERTAIN.has(error.code))) continue;
    told.push(error);
    line = at;
  }
  return told;
}

/** Where the first list or map begins that is nested too deep; without recursion. */
function findTooDeep(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth: 1 });
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (!('items' in token)) continue;
    if (depth > MAX_DEPTH) return token.offset;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return null;
}

function severalDocuments(text: string, second: Document.Parsed): SyntaxComplaint {
  const content = second.contents?.range[0] ?? second.range[0];
  const marker = text.lastIndexOf('---', content);
  const start = marker === -1 ? content : marker;
  return {
    code: 'several-documents',
    message: 'A second YAML document begins here; a file holds one.',
    hint: 'Remove the line with ---, and what belongs elsewhere.',
    start,
    end: marker === -1 ? start + 1 : start + 3,
  };
}
