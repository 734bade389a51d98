import { Option } from '@commander-js/extra-typings';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { diagnosticJson } from '../../diagnostics/format.ts';
import { checkIssues } from '../../press/check-issues.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from '../report.ts';

/** `galley check [SLUG…]`: finds every problem and writes nothing to `out/`. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('[slugs...]', 'the issues to check; all of them if left out')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['pretty', 'json'] as const)
        .default('pretty' as const),
    )
    .option('--strict', 'fail on warnings too')
    .addHelpText(
      'after',
      `
Examples:
  galley check                    check every issue
  galley check 2026-11 --strict   check one issue; warnings fail too
  galley check --format json      findings for a script or an editor`,
    )
    .action(async (slugs, { format, strict }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const { diagnostics, issues } = await checkIssues(workspace, slugs, io.signal);
      if (format === 'json') {
        io.stdout.write(`${JSON.stringify(diagnostics.map(diagnosticJson), null, 2)}\n`);
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
