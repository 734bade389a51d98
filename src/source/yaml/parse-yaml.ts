import { type CST, Composer, type Document, type ParsedNode, Parser, type YAMLError } from 'yaml';
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
  const complain = (error: YAMLError): SyntaxComplaint => toComplaint(error, text);
  const complaints: SyntaxComplaint[] = [];
  const seen = new Set<number>();
  for (const { errors, warnings } of documents) {
    for (const found of [errors.map(complain), warnings.map(complain)].flat()) {
      // A second one at the same place is an echo of the first.
      if (!seen.has(found.start)) complaints.push(found);
      seen.add(found.start);
    }
  }
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
