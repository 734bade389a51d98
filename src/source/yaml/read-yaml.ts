import { emptySource, notAnObject, placeComplaints } from '../complaints.ts';
import { createSource } from '../create-source.ts';
import { parseYaml } from './parse-yaml.ts';
import type { PlacedProblem, ReadResult } from '../source.ts';
import { placeProblem, startOfFile } from '../stretch.ts';
import { yamlNode } from './yaml-node.ts';
import { toYamlValue } from './yaml-value.ts';

/** Reads the text of a `.yaml` or `.yml` file. */
export function readYaml(file: string, text: string): ReadResult {
  const fail = (problems: readonly PlacedProblem[]): ReadResult => {
    return { ok: false, files: [file], problems };
  };
  const { contents, complaints } = parseYaml(text);
  // What a wrong syntax leaves of the tree would only give wrong complaints.
  if (complaints.some(isError)) return fail(placeComplaints(file, text, complaints));
  const { value, complaints: errors } = toYamlValue(contents);
  if (errors.length > 0) return fail(placeComplaints(file, text, [...complaints, ...errors]));
  if (value === null) return fail([placeProblem(emptySource(), startOfFile(file, text))]);
  const refusal = notAnObject(value);
  if (refusal !== null) {
    const [start, end] = contents?.range ?? [0, 0];
    return fail(placeComplaints(file, text, [{ ...refusal, start, end }]));
  }

  // Parsed again when a place is asked for: keeping the tree of every file would cost more.
  const findRoot = () => {
    const again = parseYaml(text).contents;
    const { targets } = toYamlValue(again);
    if (again === null) return Promise.resolve(null);
    return Promise.resolve(yamlNode({ file, text, targets, decoded: new Map() }, again));
  };
  return {
    ok: true,
    source: createSource({ file, text, value, files: [file], findRoot }),
    warnings: placeComplaints(file, text, complaints),
  };
}

// --- internal ---

function isError(complaint: { readonly severity?: string | undefined }): boolean {
  return complaint.severity !== 'warning';
}
