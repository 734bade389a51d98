import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Place, Problem } from '../../src/diagnostics/diagnostic.ts';
import { createMemoryStore } from '../../src/files/memory-store.ts';
import { readSource } from '../../src/source/read-source.ts';
import type { PlacedProblem, ReadOptions, ReadResult, Source } from '../../src/source/source.ts';
import { makeTempFolder } from './make-temp-folder.ts';

/*
 * Files in a temporary folder, in whose text ‹ and › stand around the place that is expected. The
 * marks are taken out before the files are written.
 */

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Builders as an author would import them, and one that isn't called. */
export const modules = {
  galley: {
    defineIssue: (issue: object) => issue,
    intro: (fields: object) => ({ kind: 'intro', ...fields }),
    workingOn: (fields: object) => ({ kind: 'working-on', ...fields }),
  },
};

/** Writes files into a folder that goes with the test, and gives the folder. */
export async function writeFiles(files: Files): Promise<string> {
  const folder = await makeTempFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? withoutMarks(content) : content);
  }
  return folder;
}

/** Writes the files and reads the first. */
export async function readFirst(
  files: Files,
  options: Partial<ReadOptions> = {},
): Promise<ReadResult> {
  const folder = await writeFiles(files);
  const [first = ''] = Object.keys(files);
  return readSource(join(folder, first), { modules, cache: createMemoryStore(), ...options });
}

/** The source of the first file, which has no problems. */
export async function sourceOf(files: Files): Promise<Source> {
  const result = await readFirst(files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.source;
}

/** The problems of the first file, which has some. */
export async function problemsOf(
  files: Files,
  options: Partial<ReadOptions> = {},
): Promise<readonly PlacedProblem[]> {
  const result = await readFirst(files, options);
  if (result.ok) throw new Error(`It was read: ${JSON.stringify(result.source.value)}`);
  return result.problems;
}

/** Expects that the problem is placed at the marks. */
export async function expectPlace(
  files: Files,
  problem: Pick<Problem, 'path' | 'at' | 'piece'>,
): Promise<void> {
  const source = await sourceOf(files);
  expectMarked(files, await source.locate(problem));
}

/** Expects one problem of this code at the marks, and gives it. */
export async function expectProblem(
  files: Files,
  code: string,
  options: Partial<ReadOptions> = {},
): Promise<Problem> {
  const problems = await problemsOf(files, options);
  expect(problems.map(({ problem }) => problem.code)).toEqual([code]);
  const [found] = problems;
  if (found === undefined) throw new Error('There is no problem.');
  expectMarked(files, found.place);
  return found.problem;
}

/** A file's text with marks around a place. */
export function mark(text: string, { line, column, endColumn }: Omit<Place, 'file'>): string {
  const lines = withoutMarks(text).split('\n');
  const at = lines[line - 1] ?? '';
  lines[line - 1] =
    `${at.slice(0, column - 1)}‹${at.slice(column - 1, endColumn - 1)}›${at.slice(endColumn - 1)}`;
  return lines.join('\n');
}

// --- internal ---

function expectMarked(files: Files, place: Place): void {
  const name = Object.keys(files).find((one) => basename(one) === basename(place.file)) ?? '';
  const content = files[name];
  const text = (typeof content === 'string' ? content : '').replace(/^\uFEFF/, '');
  const expected = Object.values(files).find((one) => typeof one === 'string' && one.includes('‹'));
  expect(mark(text, place)).toBe(String(expected).replace(/^\uFEFF/, ''));
}

function withoutMarks(text: string): string {
  return text.replace(/[‹›]/g, '');
}
