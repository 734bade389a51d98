import { decodeEscapes } from '../decode-escapes.ts';
import type { JsonNode } from './parse-json.ts';
import { type SourceChild, type SourceNode, scalarNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';

/** The node of a JSON value in its file. */
export function jsonNode(file: string, text: string, json: JsonNode): SourceNode {
  const stretch = (start: number, end: number): Stretch => ({ file, text, start, end });
  const whole = stretch(json.start, json.end);
  const { entries, items } = json;
  if (entries === undefined && items === undefined) {
    const parts = () => {
      const isText = typeof json.value === 'string';
      return [
        {
          stretch: whole,
          decoded: isText ? decodeEscapes(text, json.start + 1, json.end - 1) : null,
        },
      ];
    };
    return scalarNode(whole, whole, parts);
  }

  const first = entries?.[0];
  const bracket =
    (entries ?? items ?? []).length === 0 ? whole : stretch(json.start, json.start + 1);
  const mark = first === undefined ? bracket : stretch(first.start, first.end);
  const child = (step: string | number): SourceChild | null => {
    const entry = entries?.findLast(({ name }) => name === String(step));
    if (entry !== undefined) {
      return { key: stretch(entry.start, entry.end), node: jsonNode(file, text, entry.node) };
    }
    const item = items?.[Number(step)];
    return item === undefined ? null : { key: null, node: jsonNode(file, text, item) };
  };
  const node = { mark, opening: mark, whole, child, parts: () => [] };
  if (items === undefined) return node;
  const members = () =>
    items.map((item) => ({ node: jsonNode(file, text, item), counts: 'one' as const }));
  return { ...node, members };
}
