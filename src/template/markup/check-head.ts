import { spanOf, tagOf, type MarkedText } from './marked-text.ts';
import { walkElements, type MarkupNode, type MjmlElement } from './markup-tree.ts';
import { templateError, type Report } from '../problem.ts';

/**
 * For some elements MJML writes styles into the head, at their first use. Where that first use
 * hangs on the data, so would the head, which is compiled before there is any.
 */
export function checkHead(nodes: readonly MarkupNode[], marked: MarkedText, report: Report): void {
  const seen = new Set<string>();
  const bodies = [...walkElements(nodes)].filter(([element]) => element.name === 'mj-body');
  const children = bodies.flatMap(([body]) => body.children);
  for (const [{ name, tag }, conditional] of walkConditions(children, marked)) {
    const hint = STYLED[name];
    if (hint === undefined || seen.has(name)) continue;
    seen.add(name);
    if (!conditional) continue;
    const span = spanOf(marked, tag.range.start, tag.range.start + 1 + name.length);
    const message = `MJML writes styles into the head when \`${name}\` is used, which hangs on the data here.`;
    report(templateError('layout-from-data', span, message, hint));
  }
}

// --- internal ---

/** The elements with styles of their own in the head, and what to write instead. */
const STYLED: Readonly<Record<string, string>> = {
  'mj-image': 'Write an `<img>` inside an `mj-text`.',
  'mj-navbar': 'Write plain links inside an `mj-text`.',
  'mj-accordion': 'Write headings and texts inside an `mj-text`.',
};

/** Every element in reading order, and whether a block stands around it. */
function* walkConditions(
  nodes: readonly MarkupNode[],
  marked: MarkedText,
  conditional = false,
): Generator<readonly [MjmlElement, boolean]> {
  const open: boolean[] = [];
  for (const node of nodes) {
    if (node.kind === 'mark') {
      const { kind } = tagOf(marked, node.index);
      if (kind === 'open') open.push(!marked.certain.has(node.index));
      if (kind === 'close') open.pop();
    } else if (node.kind === 'element') {
      const inBlock = conditional || open.includes(true);
      yield [node, inBlock];
      yield* walkConditions(node.children, marked, inBlock);
    }
  }
}
