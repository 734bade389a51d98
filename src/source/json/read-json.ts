import { emptySource, notAnObject, placeComplaints } from '../complaints.ts';
import { createSource } from '../create-source.ts';
import { jsonNode } from './json-node.ts';
import { parseJson } from './parse-json.ts';
import type { ReadResult } from '../source.ts';
import { placeProblem, startOfFile } from '../stretch.ts';

/** Reads the text of a `.json` file. */
export function readJson(file: string, text: string): ReadResult {
  const fail = (problems: ReturnType<typeof placeComplaints>): ReadResult => {
    return { ok: false, files: [file], problems };
  };
  if (text.trim() === '') return fail([placeProblem(emptySource(), startOfFile(file, text))]);
  const { root, complaints } = parseJson(text);
  if (root === null || complaints.length > 0) return fail(placeComplaints(file, text, complaints));
  const refusal = notAnObject(root.value);
  if (refusal !== null) return fail(placeComplaints(file, text, [{ ...refusal, ...root }]));

  const { value } = root;
  // Parsed again when a place is asked for: keeping the tree of every file would cost more.
  const findRoot = () => {
    const again = parseJson(text).root;
    return Promise.resolve(again === null ? null : jsonNode(file, text, again));
  };
  return {
    ok: true,
    source: createSource({ file, text, value, files: [file], findRoot }),
    warnings: [],
  };
}
