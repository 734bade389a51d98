import { suggest } from '../../diagnostics/suggest.ts';
import type { Literal, Path } from './piece.ts';
import { templateError, type Report, type Span } from '../problem.ts';

/** What stands between the braces of a tag: `wrap note first="  * "`. */
export interface Expression {
  readonly inputs: readonly (Path | Literal)[];
  readonly options: ReadonlyMap<string, Path | Literal>;
}

/**
 * Parses the words of a tag: paths, strings, numbers, `true` and `false`, and options
 * (`first="  * "`). Null when something was reported.
 */
export function parseExpression(span: Span, report: Report): Expression | null {
  const source = span.template.text.slice(0, span.end);
  const inputs: (Path | Literal)[] = [];
  const options = new Map<string, Path | Literal>();
  for (let at = span.start; ;) {
    at = skipSpace(source, at);
    if (at >= span.end) return { inputs, options };
    const key = matchAt(/[A-Za-z][\w-]*=/y, source, at)?.slice(0, -1);
    const start = key === undefined ? at : at + key.length + 1;
    const word = matchAt(WORD, source, start) ?? source.slice(start, start + 1);
    const wordSpan = { ...span, start, end: start + word.length };
    const value = parseWord(word, wordSpan, report);
    if (value === null) return null;
    if (key !== undefined) options.set(key, value);
    else inputs.push(value);
    at = wordSpan.end;
  }
}

// --- internal ---

const WORD = /"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'|[^\s"'=()|[\]{}]+/y;
const NAME = /^[A-Za-z_$][\w$-]*$/;
const DATA = ['root', 'index', 'first', 'last', 'tokens'];

function parseWord(word: string, span: Span, report: Report): Path | Literal | null {
  const quote = word.charAt(0);
  if ((quote === '"' || quote === "'") && word.length > 1) {
    const value = word.slice(1, -1).replaceAll(`\\${quote}`, quote);
    return { kind: 'literal', value, span };
  }
  if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true', span };
  if (/^-?\d+(\.\d+)?$/.test(word)) return { kind: 'literal', value: Number(word), span };
  return parsePath(word, span, report);
}

function parsePath(word: string, span: Span, report: Report): Path | null {
  const data = /^@([A-Za-z]*)/.exec(word)?.[1] ?? null;
  const [, ups = '', rest = ''] = /^((?:\.\.(?:\/|$))*)(.*)$/.exec(word) ?? [];
  const dotted = data === null ? rest.replace(/^(?:this|\.)(?:[./]|$)/, '') : word.slice(1);
  const names = dotted === '' ? [] : dotted.split(/[./]/);
  if (data !== null && !DATA.includes(data)) {
    report(unknownData(word, data, span));
    return null;
  }
  if (!names.every((name) => NAME.test(name))) {
    report(unreadableWord(word, span));
    return null;
  }
  const up = ups.split('..').length - 1;
  return {
    kind: 'path',
    text: word,
    up,
    data,
    names: data === null ? names : names.slice(1),
    span,
  };
}

function unknownData(word: string, data: string, span: Span) {
  const nearest = suggest(data, DATA);
  return templateError(
    'unsupported-handlebars',
    span,
    `\`${word}\` is not one of the values that stand beside the data.`,
    nearest === null
      ? 'There are `@root`, `@tokens`, and inside `{{#each}}` `@index`, `@first` and `@last`.'
      : `Did you mean \`@${nearest}\`?`,
  );
}

function unreadableWord(word: string, span: Span) {
  if (word === '(') {
    return templateError(
      'unsupported-handlebars',
      span,
      'An expression inside an expression can’t be used in a template.',
      'Work the value out in the view and give it a name.',
    );
  }
  if (word === '|') {
    return templateError(
      'unsupported-handlebars',
      span,
      'Block parameters (`as |name|`) can’t be used in a template.',
      'Inside the block write the fields by their own names, and `../` for those outside it.',
    );
  }
  return templateError(
    'template-syntax',
    span,
    `\`${word}\` can’t be read as a value.`,
    'A value is a path such as `author.name`, a text in quotes or a number.',
  );
}

function skipSpace(source: string, at: number): number {
  return at + (matchAt(/\s*/y, source, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0];
}
