import { spanOf, tagOf, type MarkedText } from './marked-text.ts';
import { marksIn } from './marks.ts';
import {
  walkElements,
  type Attribute,
  type MarkupNode,
  type MjmlElement,
  type Range,
} from './markup-tree.ts';
import { isBlockTag, type DataTag } from '../parse/piece.ts';
import { templateError, type Report } from '../problem.ts';

/**
 * Checks the tags between elements: a block closes in the element it opens in, and stands only
 * around elements whose place and width don't hang on how many there are.
 */
export function checkBlocks(
  nodes: readonly MarkupNode[],
  marked: MarkedText,
  report: Report,
): void {
  const defaults = defaultsOf(nodes);
  checkMarks(null, nodes, defaults, marked, report);
  for (const [element] of walkElements(nodes)) {
    checkMarks(element, element.children, defaults, marked, report);
    if (element.content !== null) checkContent(element.content.range, marked, report);
  }
}

// --- internal ---

function checkMarks(
  parent: MjmlElement | null,
  children: readonly MarkupNode[],
  defaults: readonly Attribute[],
  marked: MarkedText,
  report: Report,
): void {
  const marks = children.filter((node) => node.kind === 'mark');
  const tags = marks.map((node) => tagOf(marked, node.index));
  for (const tag of tags) {
    if (!isBlockTag(tag)) report(strayValue(tag));
  }
  checkBalance(tags, report);
  const opening = tags.find((tag) => tag.kind === 'open');
  if (opening === undefined) return;
  const divides = marks.some(
    ({ index }) => tagOf(marked, index).kind === 'open' && !marked.certain.has(index),
  );
  const refusal = refusalOf(parent, divides ? children : [], defaults);
  if (refusal === null) return;
  const { start, end } = refusal.range ?? { start: -1, end: -1 };
  const span = refusal.range === null ? opening.span : spanOf(marked, start, end);
  report(templateError('layout-from-data', span, refusal.message, refusal.hint));
}

function checkContent(range: Range, marked: MarkedText, report: Report): void {
  const indices = marksIn(marked.text.slice(range.start, range.end));
  checkBalance(
    indices.map((index) => tagOf(marked, index)),
    report,
  );
}

/** Blocks are balanced in the whole template; here, in one element. */
function checkBalance(tags: readonly DataTag[], report: Report): void {
  const open: DataTag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    else if (tag.kind === 'close' && open.pop() === undefined) report(crossing(tag));
    else if (tag.kind === 'else' && open.length === 0) report(crossing(tag));
  }
  for (const tag of open) report(crossing(tag));
}

function crossing(tag: DataTag) {
  const message = 'This block opens in one element and closes in another.';
  const hint = 'Close it inside the element it opens in, or put it around whole elements.';
  return templateError('crossing-block', tag.span, message, hint);
}

function strayValue(tag: DataTag) {
  const message = 'This value stands between elements, where MJML drops it.';
  return templateError(
    'stray-text',
    tag.span,
    message,
    'Put it inside an `mj-text` or an `mj-raw`.',
  );
}

interface Refusal {
  readonly message: string;
  readonly hint: string;
  /** What to point at; null for the tag that opens the block. */
  readonly range: Range | null;
}

/**
 * Why a block can't stand among the children of an element; null when it can. `children` is empty
 * when all of them are always there.
 */
function refusalOf(
  parent: MjmlElement | null,
  children: readonly MarkupNode[],
  defaults: readonly Attribute[],
): Refusal | null {
  const attributes = [...(parent?.tag.attributes ?? []), ...defaults];
  switch (parent?.name) {
    case 'mj-section':
    case 'mj-group':
      return gapRefusal(attributes, 'gutter') ?? widthRefusal(children);
    case 'mj-wrapper':
      return gapRefusal(attributes, 'gap');
    case 'mj-body':
    case 'mj-column':
    case 'mj-hero':
    case 'mj-social':
    case 'mj-navbar':
    case 'mj-accordion':
      return null;
    default:
      return {
        message: `MJML reads what stands in \`${parent?.name ?? 'the file'}\` before there is any data.`,
        hint: 'Put the block inside one element, such as `mj-title`, `mj-style` or `mj-raw`; include a partial here without a context.',
        range: null,
      };
  }
}

/** Columns share the width that is left, so how many there are must not hang on the data. */
function widthRefusal(children: readonly MarkupNode[]): Refusal | null {
  const elements = children.filter((node) => node.kind === 'element');
  const columns = elements.filter(({ name }) => name !== 'mj-raw');
  const loose = columns.find(({ tag }) => !tag.attributes.some(({ name }) => name === 'width'));
  if (loose === undefined) return null;
  return {
    message: `This \`${loose.name}\` has no width, so MJML divides the row by the number of columns, which hangs on the data here.`,
    hint: 'Give every column of this row a width: `width="50%"`.',
    range: { start: loose.tag.range.start, end: loose.tag.range.start + 1 + loose.name.length },
  };
}

function gapRefusal(attributes: readonly Attribute[], wanted: string): Refusal | null {
  const found = attributes.find(({ name }) => name === wanted);
  if (found === undefined) return null;
  return {
    message: `MJML works \`${wanted}\` out from the place of each element, which hangs on the data in this template.`,
    hint: 'Write the distance as `padding` of the elements instead.',
    range: found.nameRange,
  };
}

/** The attributes that `mj-attributes` gives to elements, also by way of `mj-class`. */
function defaultsOf(nodes: readonly MarkupNode[]): readonly Attribute[] {
  return [...walkElements(nodes)]
    .filter(([, ancestors]) => ancestors.some(({ name }) => name === 'mj-attributes'))
    .flatMap(([element]) => element.tag.attributes);
}
