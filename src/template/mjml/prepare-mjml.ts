import { mark } from '../markup/marks.ts';
import type { MarkedText } from '../markup/marked-text.ts';
import type { Content, MarkupNode, MjmlElement } from '../markup/markup-tree.ts';
import type { ExpandedPiece } from '../parse/piece.ts';

/**
 * Stands around the content of an element that begins or ends with a tag. MJML trims the content
 * of such elements; what a tag puts there is trimmed when it is known.
 */
export interface TrimTag {
  readonly kind: 'trim-start' | 'trim-end';
}

/** What a mark stands for once MJML has run. */
export type Slot = ExpandedPiece | TrimTag;

/** A template ready for MJML. */
export interface PreparedMjml {
  readonly source: string;
  /** What each mark stands for, by its number. */
  readonly slots: readonly Slot[];
  /** The marks that stand between elements. */
  readonly between: ReadonlySet<number>;
  /** The element that starts on each line of the source, counting from 1. */
  readonly elements: ReadonlyMap<number, MjmlElement>;
}

/**
 * Makes a template ready for MJML: block tags between elements go into `mj-raw`, which MJML lets
 * stand where it is, and each element starts on a line of its own, by which MJML's complaints
 * find their way back.
 */
export function prepareMjml(nodes: readonly MarkupNode[], marked: MarkedText): PreparedMjml {
  const slots: Slot[] = [...marked.pieces];
  const between = new Set<number>();
  const elements = new Map<number, MjmlElement>();
  let source = '';
  let line = 1;
  const write = (text: string) => {
    source += text;
    line += text.split('\n').length - 1;
  };
  const writeContent = ({ range }: Content) => {
    const content = marked.text.slice(range.start, range.end).trim();
    if (!/^\uFDD0|\uFDD1$/.test(content)) {
      write(content);
      return;
    }
    const first = slots.push({ kind: 'trim-start' }, { kind: 'trim-end' }) - 2;
    write(mark(first) + content + mark(first + 1));
  };
  const writeNode = (node: MarkupNode) => {
    if (node.kind === 'mark') {
      between.add(node.index);
      write(`<mj-raw>${mark(node.index)}</mj-raw>`);
    }
    if (node.kind !== 'element') return;
    write('\n');
    elements.set(line, node);
    write(marked.text.slice(node.tag.range.start, node.tag.range.end));
    if (node.tag.selfClosing) return;
    if (node.content !== null) writeContent(node.content);
    node.children.forEach(writeNode);
    write(`</${node.name}>`);
  };
  nodes.forEach(writeNode);
  return { source, slots, between, elements };
}
