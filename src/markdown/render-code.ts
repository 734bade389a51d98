import { cleanText } from '../text/clean-text.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { CodeRole, HighlightLine } from '../text/highlight-line.ts';
import { attribute, look } from './attributes.ts';
import type { CodeHtmlOptions, CodeStyle } from './html-options.ts';
import type { MarkdownCode } from './markdown.ts';

/**
 * A block of code for mail clients. Outlook knows no `white-space` and no padding but a table
 * cell's, so the spaces are `&nbsp;`, the lines end in `<br>` and the block is a table of one
 * cell; between words one ordinary space is left, where a narrow screen may break the line.
 */
export function renderCodeHtml(
  code: MarkdownCode,
  options: CodeHtmlOptions,
  last: boolean,
): string {
  const highlighted = options.highlight(code.code, code.language);
  const lines =
    highlighted ?? code.code.split('\n').map((text) => [{ text, role: 'plain' }] as const);
  const html = lines.map((line) => renderLine(line, options)).join('<br>');
  return (
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"` +
    `${look(options, 'codeBlock', last)}${attribute('data-path', options.path ?? '')}><tr>` +
    `<td${look(options, 'codeCell', last)}><code${look(options, 'codeText', last)}>` +
    `${html === '' ? '&nbsp;' : html}</code></td></tr></table>`
  );
}

/** A block of code in plain text: indented by four columns, blank lines too, never wrapped. */
export function renderCodeText(code: string): string {
  return cleanText(code)
    .split('\n')
    .map((line) => `    ${expandTabs(line).trimEnd()}`)
    .join('\n');
}

// --- internal ---

interface Run {
  text: string;
  readonly role: CodeRole;
}

function renderLine(line: HighlightLine, options: CodeHtmlOptions): string {
  const runs = mergeRuns(line, options);
  const whole = runs.map((run) => run.text).join('');
  let html = '';
  let at = 0;
  for (const run of runs) {
    const text = keepSpaces(whole, at, at + run.text.length);
    const style = options.codeStyles[run.role];
    html += style === undefined || text === '' ? text : `<span${colour(style)}>${text}</span>`;
    at += run.text.length;
  }
  return html;
}

function colour(style: CodeStyle): string {
  return attribute('style', style.style) + attribute('class', style.class ?? '');
}

/** Neighbours of one colour become one run; spaces have no colour and join the run before. */
function mergeRuns(line: HighlightLine, options: CodeHtmlOptions): readonly Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const run of line) {
    const text = expandTabs(cleanText(run.text), column);
    column += text.length;
    const role = options.codeStyles[run.role] === undefined ? 'plain' : run.role;
    const last = runs.at(-1);
    if (last !== undefined && (last.role === role || text.trim() === '')) last.text += text;
    else runs.push({ text, role });
  }
  return runs;
}

/** Every space but the last one between two words is `&nbsp;`; spaces at the line's end go. */
function keepSpaces(line: string, start: number, end: number): string {
  const stop = Math.min(end, line.trimEnd().length);
  const indent = line.length - line.trimStart().length;
  const lead = Math.max(0, Math.min(indent, stop) - start);
  const text = escapeHtml(line.slice(start + lead, stop)).replace(/ (?= )/g, '&nbsp;');
  const continues = line.charAt(stop) === ' ';
  return '&nbsp;'.repeat(lead) + (continues ? text.replace(/ $/, '&nbsp;') : text);
}

/** Tab stops every four columns, so that code looks the same everywhere. */
function expandTabs(text: string, column = 0): string {
  if (!text.includes('\t')) return text;
  let expanded = '';
  for (const char of text) {
    expanded += char === '\t' ? ' '.repeat(4 - ((column + expanded.length) % 4)) : char;
  }
  return expanded;
}
