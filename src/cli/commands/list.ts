import { listDesk } from '../../desk/list-desk.ts';
import type { ListRow } from '../../desk/list-desk.ts';
import { diagnosticJson } from '../../diagnostics/format.ts';
import { printable } from '../../diagnostics/printable.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { formatTable } from '../format-table.ts';
import { loadDesk } from '../load-desk.ts';
import { countDiagnostics } from '../report.ts';

/** `galley list`: the issues, the newest first. */
export const define: CommandModule['define'] = (command, context) => {
  const { io, workspaceDir } = context;
  command
    .option('--json', 'print the issues as JSON')
    .addHelpText(
      'after',
      `
A line an issue, the newest first: number, date, status, slug, words, reading time, subject, and what
is wrong with it. galley check shows the problems themselves.

Examples:
  galley list               all issues
  galley list | head -3     the newest three
  galley list --json | jq   for a script`,
    )
    .action(async ({ json }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const settings = await loadDesk(workspace, context);
      if (settings === null) return;
      const rows = await listDesk(settings);
      if (json === true) {
        const shown = rows.map((row) => ({
          ...row,
          diagnostics: row.diagnostics.map(diagnosticJson),
        }));
        io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
      } else {
        io.stdout.write(
          formatTable(rows.map(toCells), ['right', 'left', 'left', 'left', 'right', 'right']),
        );
      }
      if (rows.length === 0)
        io.stderr.write('There is no issue yet: galley new makes the first.\n');
    });
};

// --- internal ---

function toCells({ number, date, status, slug, words, minutes, subject, diagnostics }: ListRow) {
  const problems = diagnostics.length === 0 ? '' : `[${countDiagnostics(diagnostics)}]`;
  return [
    number === null ? '–' : String(number),
    date ?? '–',
    status ?? '–',
    slug,
    words === null ? '–' : `${words} words`,
    minutes === null ? '–' : `${minutes} min`,
    [subject ?? '', problems].filter((part) => part !== '').join('  '),
  ].map(printable);
}
