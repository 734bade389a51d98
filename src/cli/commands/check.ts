import { Option } from '@commander-js/extra-typings';
import type { CheckedWorkspace } from '../../check/check-workspace.ts';
import { checkWorkspace } from '../../check/check-workspace.ts';
import type { Mended } from '../../check/fix/mend-sources.ts';
import type { AskLinks } from '../../check/links/ask-links.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { createDiskStore } from '../../files/disk-store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { createProgress } from '../progress.ts';
import { allDiagnostics, reportCheck, reportMended } from '../report-check.ts';

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
    .option('--links', 'ask for every address: which are dead, which have moved')
    .option('--fix', 'mend what is safe to mend, in the sources')
    .option('--watch', 'check again on every save')
    .addHelpText(
      'after',
      `
The rules look at issues that were sent only when they are named. docs/checks.md explains each; the
config switches one off, and a comment, galley-ignore RULE: reason, silences one finding.

Examples:
  galley check                    check every issue
  galley check 2026-11 --strict   check one issue; warnings fail too
  galley check 2026-11 --links    ask for its addresses, too
  galley check --fix              mend tracking parameters and trailing spaces
  galley check --format json      findings for a script or an editor
  galley check --format github    annotations in GitHub Actions`,
    )
    .action(async (slugs, { format, strict, links, fix, watch }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const askFor = links === true ? await createAsker(workspace, io) : undefined;
      const check = () => checkOnce(workspace, slugs, askFor, io);
      const once = async () => {
        if (fix === true) await mend(workspace, check, io);
        const checked = await check();
        await reportCheck(checked, format, workspace.root, io);
        return allDiagnostics(checked);
      };
      if (watch === true) {
        const { watchCheck } = await import('../watch-check.ts');
        await watchCheck(workspace, once, io);
        return exitWith(exitCodes.interrupted);
      }
      const found = await once();
      if (io.signal.aborted) exitWith(exitCodes.interrupted);
      else if (hasErrors(found) || (strict === true && found.length > 0)) {
        exitWith(exitCodes.contentErrors);
      }
    });
};

// --- internal ---

async function checkOnce(
  workspace: Workspace,
  slugs: readonly string[],
  askFor: AskLinks | undefined,
  io: Io,
): Promise<CheckedWorkspace> {
  const progress = createProgress(io.stderr, io.env);
  const { clock, signal } = io;
  const today = dayOf(new Date());
  const checked = await checkWorkspace(workspace, {
    slugs,
    clock,
    signal,
    today,
    askFor,
    onIssue: (done, total) => {
      progress.show(done, total);
    },
  });
  progress.clear();
  return checked;
}

/** What was mended can uncover more in the same place, such as http with tracking parameters. */
async function mend(
  workspace: Workspace,
  check: () => Promise<CheckedWorkspace>,
  io: Io,
): Promise<void> {
  const { mendSources } = await import('../../check/fix/mend-sources.ts');
  const mended: Mended[] = [];
  try {
    for (let round = 0; round < 3; round++) {
      const { fixable } = await check();
      if (io.signal.aborted) break;
      const before = mended.length;
      for await (const one of mendSources(workspace, fixable)) mended.push(one);
      if (mended.length === before) break;
    }
  } catch (error) {
    // A file that can't be written doesn't undo the others.
    if (mended.length > 0) reportMended(mended, io);
    throw error;
  }
  reportMended(mended, io);
}

async function createAsker(workspace: Workspace, { env, stderr, signal }: Io): Promise<AskLinks> {
  const { createLinkAsker } = await import('../../check/links/ask-links.ts');
  const progress = createProgress(stderr, env, 'links');
  const ask = createLinkAsker({
    store: createDiskStore(workspace.cacheDir, { ignoreFolder: workspace.stateDir }),
    now: Date.now,
    signal,
    onProgress: (done, total) => {
      progress.show(done, total);
    },
  });
  return async (urls) => {
    const answers = await ask(urls);
    progress.clear();
    return answers;
  };
}

/** YYYY-MM-DD, where the author is. */
function dayOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
