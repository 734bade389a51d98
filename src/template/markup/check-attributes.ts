import { spanOf, tagOf, type MarkedText } from './marked-text.ts';
import { hasMark, marksIn } from './marks.ts';
import {
  walkElements,
  type Attribute,
  type MarkupNode,
  type MjmlElement,
  type Range,
  type StartTag,
} from './markup-tree.ts';
import { isBlockTag } from '../parse/piece.ts';
import { templateError, type Report } from '../problem.ts';

/**
 * Checks the tags that stand inside start tags. In HTML they may, inside quotes. MJML works its
 * layout out from many attributes, so data may stand only in those it hands through as they are.
 */
export function checkAttributes(
  nodes: readonly MarkupNode[],
  marked: MarkedText,
  report: Report,
): void {
  for (const [element, ancestors] of walkElements(nodes)) {
    const inHead = ancestors.some((ancestor) => ancestor.name === 'mj-head');
    checkMjmlTag(element, inHead, marked, report);
    for (const tag of element.content?.tags ?? []) checkHtmlTag(tag, marked, report);
  }
}

/** The attributes that MJML hands through to the HTML, of any element. */
export const HANDED_THROUGH: readonly string[] = [
  ...['href', 'src', 'alt', 'title', 'target', 'rel', 'name', 'id', 'lang', 'dir', 'css-class'],
  ...['role', 'align', 'direction', 'text-align', 'vertical-align', 'font-size', 'background-url'],
  ...['color', 'background-color', 'border-color'],
  ...['container-background-color', 'inner-background-color'],
];

/** The exceptions: elements in which MJML does compute something from one of them. */
export const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  'mj-divider': ['align'],
  'mj-social-element': ['name'],
};

// --- internal ---

function checkMjmlTag(element: MjmlElement, inHead: boolean, marked: MarkedText, report: Report) {
  const { name, tag } = element;
  const refuse = (range: Range, message: string, hint: string) => {
    report(
      templateError('layout-from-data', spanOf(marked, range.start, range.end), message, hint),
    );
  };
  // The first of them will do: the others belong to it.
  for (const range of tag.looseMarks.slice(0, 1)) {
    refuse(range, `MJML reads the tag \`<${name}>\` before there is any data.`, WHOLE_ELEMENTS);
  }
  for (const attribute of tag.attributes) {
    if (!hasMark(attribute.value)) continue;
    const range = attribute.valueRange;
    const tags = marksIn(attribute.value).map((index) => tagOf(marked, index));
    if (tags.some(isBlockTag)) {
      refuse(
        range,
        `A condition stands inside the tag \`<${name}>\`, which MJML reads before there is any data.`,
        WHOLE_ELEMENTS,
      );
    } else if (inHead || !takesData(name, attribute.name)) {
      const why = `MJML lays the letter out from \`${attribute.name}\` of \`${name}\` before there is any data.`;
      refuse(range, why, hintFor(name, attribute.name));
    }
    checkQuoting(attribute, marked, report);
  }
}

function checkHtmlTag(tag: StartTag, marked: MarkedText, report: Report): void {
  for (const range of tag.looseMarks) {
    const index = marksIn(marked.text.slice(range.start, range.end))[0] ?? -1;
    const tag = tagOf(marked, index);
    // A piece of HTML may be attributes: `{{{picture.size}}}`.
    if (!isBlockTag(tag) && !(tag.kind === 'value' && tag.raw)) report(unquoted(marked, range));
  }
  for (const attribute of tag.attributes) checkQuoting(attribute, marked, report);
}

/** Only inside quotes does a value stay in its place. */
function checkQuoting(attribute: Attribute, marked: MarkedText, report: Report): void {
  if (hasMark(attribute.value) && !attribute.quoted) {
    report(unquoted(marked, attribute.valueRange));
  }
}

function unquoted(marked: MarkedText, range: Range) {
  const message =
    'Data stands in a tag outside quotation marks, where a space in it would start another attribute.';
  const hint = 'Write it as the value of an attribute, in quotes: `title="{{title}}"`.';
  return templateError('unquoted-attribute', spanOf(marked, range.start, range.end), message, hint);
}

function takesData(element: string, attribute: string): boolean {
  return HANDED_THROUGH.includes(attribute) && WORKED_OUT[element]?.includes(attribute) !== true;
}

const WHOLE_ELEMENTS = 'Put `{{#if}}` around two whole elements, one for each case.';
const FIXED = 'Write a fixed value or a design token such as `{{@tokens.width}}`.';

function hintFor(element: string, attribute: string): string {
  if (attribute === 'mj-class')
    return `Use \`css-class\`, which may hold data, or: ${WHOLE_ELEMENTS}`;
  if (element === 'mj-social-element' && attribute === 'name') {
    return 'Write one `mj-social-element` a network inside `{{#if}}`, or give `src` and no `name`.';
  }
  if (element === 'mj-image')
    return 'For an image whose size is data, write `<img>` inside an `mj-text`.';
  return FIXED;
}
