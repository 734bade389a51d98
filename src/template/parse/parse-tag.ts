import { suggestionHint } from '../../diagnostics/suggest.ts';
import { parseExpression, type Expression } from './parse-expression.ts';
import type { BlockName, Path, Tag } from './piece.ts';
import { templateError, type Report, type Span } from '../problem.ts';
import type { RawTag, Sigil } from './scan-tags.ts';

/** Reads one tag; null when it is none that Galley's templates know, which is reported. */
export function parseTag(tag: RawTag, report: Report): Tag | null {
  const { sigil, span } = tag;
  const body = trimSpan(tag.body);
  const unsupported = UNSUPPORTED[sigil];
  if (unsupported !== undefined) {
    report(templateError('unsupported-handlebars', span, ...unsupported));
    return null;
  }
  if (span.template.text[span.start - 1] === '\\') {
    report(templateError('unsupported-handlebars', span, ...ESCAPED));
    return null;
  }
  if (sigil === '!') return { kind: 'comment', span };
  if (sigil === '#') return parseOpen(body, span, report);
  if (sigil === '/') return { kind: 'close', block: textOf(body), span };
  if (sigil === '>') return parsePartial(body, span, report);
  if (/^else\b/.test(textOf(body))) return parseElse(body, span, report);
  return parseValue(body, sigil === '{', span, report);
}

// --- internal ---

const BLOCKS: readonly BlockName[] = ['if', 'unless', 'each', 'with'];

const ESCAPED: [string, string] = [
  'A backslash before a tag would print the tag itself, which a template can’t do.',
  'Let the view give such a text as a value, or put a space between the two.',
];

const UNSUPPORTED: Partial<Record<Sigil, [string, string]>> = {
  '{{{': ['Raw blocks can’t be used in a template.', 'Let the view give such a text as a value.'],
  '#>': [
    'Partial blocks can’t be used in a template.',
    'Split the partial in two, and include one before and one after the content.',
  ],
  '#*': [
    'Inline partials and decorators can’t be used in a template.',
    'Put the partial in a file of its own under `blocks/`.',
  ],
  '*': ['Decorators can’t be used in a template.', 'Work the value out in the view.'],
  '&': ['`{{&` can’t be used in a template.', 'Write `{{{html}}}` for a value that is HTML.'],
  '^': [
    '`{{^` can’t be used in a template.',
    'Write `{{else}}`, or `{{#unless value}}` … `{{/unless}}`.',
  ],
};

function parseValue(body: Span, raw: boolean, span: Span, report: Report): Tag | null {
  const expression = parseExpression(body, report);
  if (expression === null) return null;
  const [first, ...inputs] = expression.inputs;
  if (first?.kind !== 'path') {
    report(
      syntax(span, 'This tag has no name to show.', 'Write the path of a value: `{{title}}`.'),
    );
    return null;
  }
  if (inputs.length === 0 && expression.options.size === 0) {
    if (first.data !== 'tokens') return { kind: 'value', path: first, raw, span };
    return { kind: 'token', name: first.names.join('.'), span };
  }
  return { kind: 'call', helper: first.text, inputs, options: expression.options, span };
}

function parseOpen(body: Span, span: Span, report: Report): Tag | null {
  const word = /^[^\s]*/.exec(textOf(body))?.[0] ?? '';
  const block = BLOCKS.find((name) => name === word);
  if (block === undefined) {
    const message = `\`{{#${word}}}\` is no block: there are if, unless, each and with.`;
    report(templateError('unknown-helper', span, message, blockHint(word)));
    return null;
  }
  const rest = { ...body, start: body.start + word.length };
  const path = parseSinglePath(rest, span, `{{#${block} value}}`, report);
  return path === null ? null : { kind: 'open', block, ofPartial: false, path, span };
}

function parseElse(body: Span, span: Span, report: Report): Tag | null {
  const words = textOf(body);
  if (words === 'else') return { kind: 'else', path: null, span };
  const start = /^else\s+if\s+/.exec(words)?.[0];
  if (start === undefined) {
    const hint = 'Write `{{else}}` or `{{else if value}}`, and put any other block inside it.';
    report(templateError('unsupported-handlebars', span, `\`{{${words}}}\` can’t be used.`, hint));
    return null;
  }
  const rest = { ...body, start: body.start + start.length };
  const path = parseSinglePath(rest, span, '{{else if value}}', report);
  return path === null ? null : { kind: 'else', path, span };
}

function parsePartial(body: Span, span: Span, report: Report): Tag | null {
  const name = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*(?=\s|$)/.exec(textOf(body))?.[0];
  if (name === undefined) {
    const message = 'A template can include only a file that is named in it.';
    const hint =
      'Write its path in the theme: `{{> blocks/quote}}`. To choose by the data, use `{{#if}}`.';
    report(templateError('unsupported-handlebars', span, message, hint));
    return null;
  }
  const nameSpan = { ...body, end: body.start + name.length };
  const rest = trimSpan({ ...body, start: nameSpan.end });
  if (rest.start === rest.end)
    return { kind: 'partial', name, nameSpan, path: null, alone: false, span };
  const path = parseSinglePath(rest, span, `{{> ${name} value}}`, report);
  return path === null ? null : { kind: 'partial', name, nameSpan, path, alone: false, span };
}

/** The one path that blocks and partials take. */
function parseSinglePath(body: Span, tag: Span, form: string, report: Report): Path | null {
  const expression: Expression | null = parseExpression(body, report);
  if (expression === null) return null;
  const [path] = expression.inputs;
  const single = expression.inputs.length === 1 && expression.options.size === 0;
  if (single && path?.kind === 'path' && path.data !== 'tokens') return path;
  report(syntax(tag, 'This tag takes exactly one value from the data.', `Write \`${form}\`.`));
  return null;
}

function blockHint(word: string): string {
  const hint = suggestionHint(word, BLOCKS);
  if (hint.startsWith('Did')) return hint;
  return `Write \`{{#if ${word}}}\`, or \`{{#with ${word}}}\` to go into its fields.`;
}

function syntax(span: Span, message: string, hint: string) {
  return templateError('template-syntax', span, message, hint);
}

function textOf({ template, start, end }: Span): string {
  return template.text.slice(start, end);
}

function trimSpan(span: Span): Span {
  const text = textOf(span);
  const start = span.start + text.length - text.trimStart().length;
  return { ...span, start, end: Math.max(start, span.end - (text.length - text.trimEnd().length)) };
}
