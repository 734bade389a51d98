import { findNode, locate } from './locate.ts';
import type { SourceNode } from './source-node.ts';
import type { Source } from './source.ts';
import { placeOf, startOfFile } from './stretch.ts';

/** Makes a source from a value and a way to get at its nodes, which is only taken when needed. */
export function createSource(parts: {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  readonly files: readonly string[];
  readonly findRoot: () => Promise<SourceNode | null>;
}): Source {
  const { file, text, value, files } = parts;
  let root: Promise<SourceNode | null> | null = null;
  return {
    file,
    value,
    files,
    async locate(problem) {
      try {
        root ??= parts.findRoot();
        const node = await root;
        if (node !== null) return placeOf(locate(node, value, problem));
      } catch {
        // Whatever a parser stumbles over: the problem is still told.
      }
      return placeOf(startOfFile(file, text));
    },
    async find(path) {
      root ??= parts.findRoot();
      const node = await root;
      return node === null ? null : (findNode(node, value, path)?.whole ?? null);
    },
  };
}
