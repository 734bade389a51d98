import { unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ignoreFolder } from '../files/ignore-folder.ts';
import { writeIfChanged } from '../files/write-if-changed.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import { refuseLinkOut } from '../workspace/refuse-link-out.ts';
import type { BuildRecord } from './manifest.ts';
import { stampFiles } from './manifest.ts';
import type { Press } from './press.ts';
import type { PrintedIssue } from './print-issue.ts';
import { prepareIssue, printIssue } from './print-issue.ts';

/** How an issue was built; without a record it has errors, and its last output stands. */
export interface BuiltIssue {
  readonly status: 'written' | 'unchanged' | 'failed';
  readonly record: BuildRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds one issue into `out/<slug>/`, writing only the files whose bytes differ. */
export async function buildIssue(
  press: Press,
  file: IssueFile,
  settings: string,
  before: BuildRecord | null,
): Promise<BuiltIssue> {
  const { root, outDir } = press.workspace;
  // The stamps of what went in before are taken first: a save during the build is then seen.
  const known = Object.keys(before?.inputs ?? {});
  const early = stampFiles(root, [toKey(root, file.file), ...known]);
  const { ready, files, diagnostics } = await prepareIssue(press, file);
  if (ready === null) return { status: 'failed', record: null, diagnostics };
  const keys = files.map((path) => toKey(root, path));
  const late = stampFiles(root, keys);
  const inputs = Object.fromEntries(keys.map((key) => [key, early[key] ?? late[key] ?? '']));

  const printed = await printIssue(press, file.slug, ready);
  const outputs = outputFiles(printed, toKey(root, join(outDir, file.slug)));
  const folder = join(outDir, file.slug);
  for (const path of [outDir, folder, join(folder, 'images')]) refuseLinkOut(press.workspace, path);
  await ignoreFolder(outDir);
  let written = false;
  for (const [path, content] of outputs) {
    written = (await writeIfChanged(join(root, path), content)) === 'written' || written;
  }
  await removeStale(root, before, outputs);
  const record: BuildRecord = {
    settings,
    inputs,
    outputs: stampFiles(root, outputs.keys()),
    words: printed.words,
    minutes: printed.minutes,
    htmlBytes: Buffer.byteLength(printed.html),
    diagnostics,
  };
  return { status: written ? 'written' : 'unchanged', record, diagnostics };
}

// --- internal ---

function toKey(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function outputFiles(
  { html, text, eml, pictures }: PrintedIssue,
  folder: string,
): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ...pictures.map(({ path, image }): [string, Uint8Array] => [`${folder}/${path}`, image.bytes]),
    [`${folder}/email.html`, html],
    [`${folder}/email.txt`, text],
    [`${folder}/email.eml`, eml],
  ]);
}

/** Deletes what the last build of this issue wrote and this one didn't: only Galley's own files. */
async function removeStale(
  root: string,
  before: BuildRecord | null,
  outputs: ReadonlyMap<string, unknown>,
): Promise<void> {
  const stale = Object.keys(before?.outputs ?? {}).filter((path) => !outputs.has(path));
  for (const path of stale) {
    if (dirname(path).endsWith('/images')) await unlink(join(root, path)).catch(() => undefined);
  }
}
