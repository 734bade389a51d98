import { suggestionHint } from '../../diagnostics/suggest.ts';
import type { CallTag, ExpandedPiece, OpenTag, ValueTag } from '../parse/piece.ts';
import { templateError, type Report } from '../problem.ts';
import { enterBlock, findValue, mayBeAbsent, rootScope, type Scope } from './scope.ts';
import type { Shape } from './shape.ts';
import type { TemplateKind } from '../template-set.ts';

/**
 * Checks every name in a template against the view's shape, also where Handlebars would take a
 * missing one for false: in `{{#if}}`, `{{#each}}`, `{{#with}}` and the contexts of partials; and
 * that each value is used as what it is, so that no text is ever printed as markup. Returns the
 * indices of the `{{#with}}` tags whose value is never absent.
 */
export function checkNames(
  pieces: readonly ExpandedPiece[],
  kind: TemplateKind,
  shape: Shape,
  helpers: readonly string[],
  report: Report,
): ReadonlySet<number> {
  const certain = new Set<number>();
  let scope = rootScope(shape);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') continue;
    if (piece.kind === 'value') checkValue(piece, kind, scope, report);
    else if (piece.kind === 'call') checkCall(piece, kind, scope, helpers, report);
    else {
      const path = piece.kind === 'close' ? null : piece.path;
      const value = path === null ? null : findValue(path, scope, report);
      if (piece.kind === 'open' && value?.shape != null) {
        checkBlock(piece, value.shape, report);
        const always = value.shape.kind === 'object' && !mayBeAbsent(value, scope);
        if (piece.block === 'with' && always) certain.add(index);
      }
      scope = enterBlock(piece, value, scope);
    }
  }
  return certain;
}

// --- internal ---

function checkValue(tag: ValueTag, kind: TemplateKind, scope: Scope, report: Report): void {
  const shape = findValue(tag.path, scope, report)?.shape ?? null;
  const refusal = shape === null ? null : refusalOf(tag, kind, shape);
  if (refusal !== null) report(templateError(refusal[0], tag.span, refusal[1], refusal[2]));
}

/** Why a value can't be printed as it is: the code, the message and the hint. */
function refusalOf(
  tag: ValueTag,
  kind: TemplateKind,
  shape: Shape,
): [string, string, string] | null {
  const name = tag.path.text;
  switch (shape.kind) {
    case 'object': {
      const message = `\`${name}\` is a group of fields and can’t be printed.`;
      return ['unprintable-value', message, `Print one of them: ${fieldList(name, shape)}.`];
    }
    case 'list': {
      const message = `\`${name}\` is a list and can’t be printed.`;
      return ['unprintable-value', message, `Write \`{{#each ${name}}}\`.`];
    }
    case 'flag': {
      const message = `\`${name}\` is either true or false and says nothing when printed.`;
      return ['unprintable-value', message, `Write \`{{#if ${name}}}\`.`];
    }
    case 'html': {
      if (kind === 'txt') return ['html-in-text', htmlInText(name), PRINT_TEXT];
      const message = `\`${name}\` is HTML; escaped, its tags would show.`;
      return tag.raw ? null : ['escaped-html', message, `Write \`{{{${name}}}}\`.`];
    }
    default: {
      const message = `\`${name}\` is text, and text that holds markup would become part of the letter.`;
      const unsafe = kind === 'mjml' && tag.raw;
      return unsafe ? ['unsafe-html', message, `Write \`{{${name}}}\`.`] : null;
    }
  }
}

function checkCall(
  tag: CallTag,
  kind: TemplateKind,
  scope: Scope,
  helpers: readonly string[],
  report: Report,
): void {
  if (kind === 'mjml') {
    const message = `\`${tag.helper}\` is called with arguments, but an HTML template has no helpers.`;
    report(templateError('unknown-helper', tag.span, message, 'Work the value out in the view.'));
    return;
  }
  if (!helpers.includes(tag.helper)) {
    const message = `There is no helper \`${tag.helper}\`.`;
    report(templateError('unknown-helper', tag.span, message, suggestionHint(tag.helper, helpers)));
  }
  for (const word of [...tag.inputs, ...tag.options.values()]) {
    const found = word.kind === 'path' ? findValue(word, scope, report) : null;
    if (word.kind !== 'path' || found?.shape?.kind !== 'html') continue;
    report(templateError('html-in-text', word.span, htmlInText(word.text), PRINT_TEXT));
  }
}

const PRINT_TEXT = 'Print the value’s plain text sibling.';

function htmlInText(name: string): string {
  return `\`${name}\` is HTML, whose tags would show in a plain text.`;
}

function checkBlock(tag: OpenTag, shape: Shape, report: Report): void {
  const { text, span } = tag.path;
  if (tag.block === 'each' && shape.kind !== 'list') {
    const hint = `Write \`{{#if ${text}}}\`, or \`{{#with ${text}}}\` to go into its fields.`;
    report(templateError('not-a-list', span, `\`${text}\` is no list to go through.`, hint));
  }
  const enters = shape.kind === 'object' || (tag.ofPartial && shape.kind === 'list');
  if (tag.block === 'with' && !enters) {
    const message = `\`${text}\` has no fields to go into.`;
    const hint =
      shape.kind === 'list' ? `Write \`{{#each ${text}}}\`.` : `Write \`{{#if ${text}}}\`.`;
    report(templateError('no-fields', span, message, hint));
  }
}

function fieldList(name: string, shape: Extract<Shape, { kind: 'object' }>): string {
  const prefix = name === 'this' || name === '.' ? '' : `${name}.`;
  return [...shape.fields.keys()].map((field) => `\`${prefix}${field}\``).join(', ');
}
