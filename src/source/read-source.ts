import { extname, resolve } from 'node:path';
import { readJson } from './json/read-json.ts';
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
  const reader = readerOf(absolute);
  if (typeof reader !== 'function') return reader;
  const content = readText(absolute);
  if (!content.ok) return fail(absolute, content.problem);
  return reader(absolute, content.text, options);
}

/** Reads a text as if it stood in a file of this name: what an edit would make of the file. */
export async function readSourceText(
  file: string,
  text: string,
  options: ReadOptions,
): Promise<ReadResult> {
  const absolute = resolve(file);
  const reader = readerOf(absolute);
  return typeof reader === 'function' ? reader(absolute, text, options) : reader;
}

// --- internal ---

type Reader = (file: string, text: string, options: ReadOptions) => Promise<ReadResult>;

/** What reads a file of this ending, or what to say of one that nothing reads. */
function readerOf(file: string): Reader | ReadResult {
  const ending = extname(file).toLowerCase();
  const reader = READERS[ending];
  if (reader !== undefined) return reader;
  const message = `Files that end in "${ending}" can't be read.`;
  const hint = `Known here: ${Object.keys(READERS).join(', ')}.`;
  const complaint = { code: 'unknown-source-format', message, hint } as const;
  return fail(file, placeProblem(complaint, startOfFile(file, '')));
}

const READERS: Readonly<Record<string, Reader>> = {
  '.ts': async (file, text, options) => {
    return (await import('./typescript/read-typescript.ts')).readTypeScript(file, text, options);
  },
  '.yaml': readYaml,
  '.yml': readYaml,
  '.json': (file, text) => Promise.resolve(readJson(file, text)),
};

async function readYaml(file: string, text: string): Promise<ReadResult> {
  return (await import('./yaml/read-yaml.ts')).readYaml(file, text);
}

function fail(file: string, problem: PlacedProblem): ReadResult {
  return { ok: false, files: [file], problems: [problem] };
}
