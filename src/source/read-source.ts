import { extname, resolve } from 'node:path';
import { readText } from './read-text.ts';
import type { PlacedProblem, ReadOptions, ReadResult } from './source.ts';
import { placeProblem, startOfFile } from './stretch.ts';

/**
 * Reads a `.ts`, `.yaml`, `.yml` or `.json` file into a plain value. A `.ts` file is run, with the
 * author's rights, and its value is a copy of its default export as plain data; functions in it are
 * left for a validator to refuse. Each format's parser is only loaded for a file of it.
 */
export async function readSource(file: string, options: ReadOptions): Promise<ReadResult> {
  const absolute = resolve(file);
  const ending = extname(absolute).toLowerCase();
  const read = READERS[ending];
  if (read === undefined) {
    const message = `Files that end in "${ending}" can't be read.`;
    const hint = `Known here: ${Object.keys(READERS).join(', ')}.`;
    const complaint = { code: 'unknown-source-format', message, hint } as const;
    return fail(absolute, placeProblem(complaint, startOfFile(absolute, '')));
  }
  const content = readText(absolute);
  if (!content.ok) return fail(absolute, content.problem);
  return read(absolute, content.text, options);
}

// --- internal ---

type Reader = (file: string, text: string, options: ReadOptions) => Promise<ReadResult>;

const READERS: Readonly<Record<string, Reader>> = {
  '.ts': async (file, text, options) => {
    return (await import('./typescript/read-typescript.ts')).readTypeScript(file, text, options);
  },
  '.yaml': readYaml,
  '.yml': readYaml,
  '.json': async (file, text) => (await import('./json/read-json.ts')).readJson(file, text),
};

async function readYaml(file: string, text: string): Promise<ReadResult> {
  return (await import('./yaml/read-yaml.ts')).readYaml(file, text);
}

function fail(file: string, problem: PlacedProblem): ReadResult {
  return { ok: false, files: [file], problems: [problem] };
}
