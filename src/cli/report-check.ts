import { relative, sep } from 'node:path';
import type { CheckedWorkspace } from '../check/check-workspace.ts';
import type { Mended } from '../check/fix/mend-sources.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnosticJson } from '../diagnostics/format.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Io } from './io.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from './report.ts';

/** Everything that was found: what all issues share, then issue by issue. */
export function allDiagnostics({ diagnostics, issues }: CheckedWorkspace): readonly Diagnostic[] {
  return [...diagnostics, ...issues.flatMap((issue) => issue.diagnostics)];
}

/** Writes the results of a check to stdout. */
export async function reportCheck(
  checked: CheckedWorkspace,
  format: 'pretty' | 'json' | 'github',
  root: string,
  io: Io,
): Promise<void> {
  const { env, stdout } = io;
  const all = allDiagnostics(checked);
  if (format === 'json') {
    stdout.write(`${JSON.stringify(all.map(diagnosticJson), null, 2)}\n`);
    return;
  }
  if (format === 'github') {
    const folder = folderInRepository(root, io);
    for (const one of all) stdout.write(`${formatGithub(one, folder)}\n`);
    return;
  }
  const palette = createPalette(env, stdout);
  await reportDiagnostics(checked.diagnostics, root, stdout, palette);
  for (const { slug, diagnostics } of checked.issues) {
    if (diagnostics.length === 0) continue;
    stdout.write(`${palette.bold(slug)}: ${countDiagnostics(diagnostics)}\n\n`);
    await reportDiagnostics(diagnostics, root, stdout, palette);
  }
  const { length } = checked.issues;
  stdout.write(`${length} issue${length === 1 ? '' : 's'} checked: ${countDiagnostics(all)}\n`);
}

/** Writes to stderr what was mended. */
export function reportMended(mended: readonly Mended[], { env, stderr }: Io): void {
  const palette = createPalette(env, stderr);
  for (const { file, line, code, from, to } of mended) {
    const change = to === '' ? 'deleted' : printable(`${from} → ${to}`);
    stderr.write(`${palette.bold(`${file}:${line}`)}  mended  ${palette.dim(code)}  ${change}\n`);
  }
  const { length } = mended;
  stderr.write(length === 0 ? 'Nothing to mend.\n' : `${length} mended.\n`);
}

// --- internal ---

/** GitHub looks for files from the repository's root, which is mostly where the command runs. */
function folderInRepository(root: string, { env, cwd }: Pick<Io, 'env' | 'cwd'>): string {
  const path = relative(env['GITHUB_WORKSPACE'] ?? cwd, root)
    .split(sep)
    .join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
