import { chmod, readFile, realpath, stat } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { UserError } from '../../diagnostics/user-error.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { checkInside } from '../../workspace/check-inside.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LocatedFinding } from '../check-issue.ts';
import { findEdit } from './find-edit.ts';
import type { Edit } from './find-edit.ts';

/** What was mended in the text of a source. */
export interface Mended extends Edit {
  /** Relative to the workspace. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly code: string;
}

/**
 * Mends what is safe to mend, in the very place where it is written: only where the author's text is
 * letter by letter what the data says, and nothing else of the file. Gives what it did, file by
 * file; what overlaps with that can be found again and mended then. Throws a UserError where it can't
 * write, or was told not to: a file that nobody may write is left alone.
 */
export async function* mendSources(
  workspace: Workspace,
  findings: readonly LocatedFinding[],
): AsyncGenerator<Mended> {
  for (const file of new Set(findings.map((finding) => finding.file))) {
    if (checkInside(workspace, file) !== null) continue;
    const bytes = await readFile(file);
    if (!isUtf8(bytes)) continue;
    const text = bytes.toString('utf8');
    const edits = new Map<number, Mended>();
    for (const { diagnostic, problem } of findings.filter((finding) => finding.file === file)) {
      const edit = findEdit(text, diagnostic, problem.fix);
      if (edit === null || [...edits.values()].some((other) => overlap(edit, other))) continue;
      const { code, line } = diagnostic;
      edits.set(edit.start, { ...edit, file: diagnostic.file, line: line ?? 1, code });
    }
    if (edits.size === 0) continue;
    await replace(file, applyEdits(text, [...edits.values()]));
    yield* [...edits.values()].sort((a, b) => a.start - b.start);
  }
}

// --- internal ---

function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.start + b.from.length && b.start < a.start + a.from.length;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, from, to }) => {
      return now.slice(0, start) + to + now.slice(start + from.length);
    }, text);
}

/** The file keeps its permissions, and a link stays one. */
async function replace(file: string, text: string): Promise<void> {
  const target = await realpath(file);
  const { mode } = await stat(target);
  if ((mode & 0o222) === 0) {
    const message = `"${file}" can't be written: it is read-only.`;
    throw new UserError('cannot-write', message, 'Make it writable, or mend it by hand.');
  }
  await writeAtomically(target, text, { durable: true });
  await chmod(target, mode);
}
