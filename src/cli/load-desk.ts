import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../press/open-press.ts';
import { loadSettings } from '../press/open-press.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from './report.ts';

/**
 * Reads the config and the theme for a command that works on issues. Where they have errors, reports
 * them, sets the exit code and gives null.
 */
export async function loadDesk(
  workspace: Workspace,
  { io, exitWith }: Pick<CommandContext, 'io' | 'exitWith'>,
): Promise<Settings | null> {
  const { settings, diagnostics } = await loadSettings(workspace);
  if (settings !== null && !hasErrors(diagnostics)) return settings;
  const palette = createPalette(io.env, io.stderr);
  await reportDiagnostics(diagnostics, workspace.root, io.stderr, palette);
  io.stderr.write(`${countDiagnostics(diagnostics)}: correct the config first.\n`);
  exitWith(exitCodes.contentErrors);
  return null;
}
