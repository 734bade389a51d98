import { relative, sep } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { diagnosticJson } from '../../diagnostics/format.ts';
import { formatGithub } from '../../diagnostics/format-github.ts';
import { checkIssues } from '../../press/check-issues.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from '../report.ts';

/** `galley check [SLUG…]`: finds every problem and writes nothing to `out/`. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('[slugs...]', 'the issues to check; all of them if left out')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['pretty', 'json', 'github'] as const)
        .default('pretty' as const),
    )
    .option('--strict', 'fail on warnings too')
    .addHelpText(
      'after',
      `
Examples:
  galley check                    check every issue
  galley check 2026-11 --strict   check one issue; warnings fail too
  galley check --format json      findings for a script or an editor
  galley check --format github    annotations in GitHub Actions`,
    )
    .action(async (slugs, { format, strict }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const { diagnostics, issues } = await checkIssues(workspace, slugs, io.signal);
      if (format === 'json') {
        io.stdout.write(`${JSON.stringify(diagnostics.map(diagnosticJson), null, 2)}\n`);
      } else if (format === 'github') {
        const folder = folderInRepository(workspace.root, io);
        for (const one of diagnostics) io.stdout.write(`${formatGithub(one, folder)}\n`);
      } else {
        const palette = createPalette(io.env, io.stdout);
        await reportDiagnostics(diagnostics, workspace.root, io.stdout, palette);
        const checked = `${String(issues)} issue${issues === 1 ? '' : 's'} checked`;
        io.stdout.write(`${checked}: ${countDiagnostics(diagnostics)}\n`);
      }
      if (io.signal.aborted) exitWith(exitCodes.interrupted);
      else if (hasErrors(diagnostics) || (strict === true && diagnostics.length > 0)) {
        exitWith(exitCodes.contentErrors);
      }
    });
};

// --- internal ---

/** GitHub looks for files from the repository's root, which is mostly where the command runs. */
function folderInRepository(root: string, { env, cwd }: Pick<Io, 'env' | 'cwd'>): string {
  const path = relative(env['GITHUB_WORKSPACE'] ?? cwd, root)
    .split(sep)
    .join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
