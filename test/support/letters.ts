import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../../src/files/hash.ts';
import type { Letter } from './print-issue.ts';

/** A letter and what tests call it. */
export type NamedLetter = readonly [name: string, letter: Letter];

/**
 * The letters that every rule is held against: this repository's, and two with everything. Printed
 * once for all test files, and again when anything they are made by or of has changed.
 */
export async function printLetters(): Promise<readonly NamedLetter[]> {
  const key = hashSources();
  const kept = await readKept(key);
  if (kept !== null) return kept;
  // A test of what was printed before doesn't wait for the press to load.
  const { printSamples } = await import('./print-issue.ts');
  const { printEverything, printRightToLeft } = await import('./everything-issue.ts');
  const samples = (await printSamples()).map((letter): NamedLetter => [letter.slug, letter]);
  const everything = await printEverything();
  const rightToLeft = await printRightToLeft();
  const letters = [
    ...samples,
    ['everything', everything],
    ['right to left', rightToLeft],
  ] as const satisfies readonly NamedLetter[];
  await keep({ key, letters });
  return letters;
}

// --- internal ---

interface Kept {
  readonly key: string;
  readonly letters: readonly NamedLetter[];
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
const file = join(repository, 'node_modules', '.cache', 'galley', 'letters.bin');

/** Of all that can change a letter: sources, templates, issues, packages and Node itself. */
function hashSources(): string {
  const folders = ['src', 'templates', 'issues', 'test/support'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const single = ['newsletter.config.ts', 'package-lock.json', 'package.json'];
  const all = [...files.sort(), ...single.map((name) => join(repository, name))];
  const contents = all.map((path) => [path, sha256(readFileSync(path))]);
  return sha256(JSON.stringify([process.version, contents]));
}

async function readKept(key: string): Promise<readonly NamedLetter[] | null> {
  const content = await readFile(file).catch(() => null);
  if (content === null) return null;
  const kept = deserialize(content) as Kept;
  return kept.key === key ? kept.letters : null;
}

/** Test files run side by side, so none may see half of it. */
async function keep(kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, serialize(kept));
  await rename(temporary, file);
}
