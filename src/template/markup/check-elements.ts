import { suggestionHint } from '../../diagnostics/suggest.ts';
import { spanOf, type MarkedText } from './marked-text.ts';
import type { MarkupNode, MjmlElement, Range } from './markup-tree.ts';
import { walkElements } from './markup-tree.ts';
import { MJML_ELEMENTS } from './mjml-elements.ts';
import { templateError, type Report } from '../problem.ts';

/** Refuses elements that aren't MJML or that Galley can't compile, and text MJML would drop. */
export function checkElements(
  nodes: readonly MarkupNode[],
  marked: MarkedText,
  report: Report,
): void {
  const complain: Complain = (code, range, message, hint) => {
    report(templateError(code, spanOf(marked, range.start, range.end), message, hint));
  };
  const root = nodes.find((node) => node.kind === 'element');
  const hasBody = root?.children.some((node) => node.kind === 'element' && node.name === 'mj-body');
  if (root?.name !== 'mjml' || hasBody !== true) {
    complain('invalid-mjml', { start: 0, end: 0 }, ...NO_BODY);
  }
  for (const node of nodes) checkStray(node, complain);
  for (const [element] of walkElements(nodes)) {
    checkElement(element, complain);
    if (!Object.hasOwn(MJML_ELEMENTS, element.name)) continue;
    for (const node of element.children) checkStray(node, complain);
  }
}

// --- internal ---

type Complain = (code: string, range: Range, message: string, hint: string) => void;

function checkStray(node: MarkupNode, complain: Complain): void {
  if (node.kind !== 'stray') return;
  const message = 'This text stands between elements, where MJML drops it.';
  complain('stray-text', node.range, message, 'Put it inside an `mj-text` or an `mj-raw`.');
}

function checkElement(element: MjmlElement, complain: Complain): void {
  const { name, tag } = element;
  const range = { start: tag.range.start, end: tag.range.start + 1 + name.length };
  const refused = REFUSED[name];
  if (refused !== undefined) {
    complain(refused.code, range, refused.message, refused.hint);
    return;
  }
  if (!Object.hasOwn(MJML_ELEMENTS, name)) {
    const html = !name.startsWith('mj');
    const message = html
      ? `\`<${name}>\` is HTML and stands where only elements of MJML can.`
      : `MJML has no element \`<${name}>\`.`;
    const hint = html
      ? 'Put it inside an `mj-text` or an `mj-raw`.'
      : suggestionHint(name, Object.keys(MJML_ELEMENTS));
    complain('unknown-element', range, message, hint);
  }
  for (const attribute of tag.attributes) {
    if (name === 'mj-style' && attribute.name === 'inline') {
      complain('unsupported-mjml', attribute.nameRange, ...INLINE_STYLE);
    }
    if (name === 'mj-navbar' && attribute.name === 'hamburger') {
      complain('unsupported-mjml', attribute.nameRange, ...RANDOM_IDS);
    }
  }
}

const NO_BODY: [string, string] = [
  'The layout is no letter: MJML needs `<mjml>` with an `<mj-body>` in it.',
  'Write `<mjml><mj-body>` … `</mj-body></mjml>`.',
];

const INLINE_STYLE: [string, string] = [
  'Galley compiles a template before there is a letter to inline styles into.',
  'Write the styles into `style` attributes, or set them as MJML attributes.',
];

const RANDOM_IDS: [string, string] = [
  'MJML gives this a new random id at every run, so the same issue would never be the same bytes.',
  'Write plain links in an `mj-text`.',
];

const REFUSED: Readonly<Record<string, { code: string; message: string; hint: string }>> = {
  'mj-include': {
    code: 'unsupported-mjml',
    message: 'MJML’s own includes are off: they could read any file.',
    hint: 'Include another template with `{{> blocks/name}}`.',
  },
  'mj-html-attributes': {
    code: 'unsupported-mjml',
    message: 'Galley compiles a template before there is a letter to set attributes in.',
    hint: 'Write the attribute where the element stands, inside `mj-text` or `mj-raw`.',
  },
  'mj-carousel': {
    code: 'unsupported-mjml',
    message: RANDOM_IDS[0],
    hint: 'Show the images one below the other.',
  },
};
