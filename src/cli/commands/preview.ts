import { InvalidArgumentError } from '@commander-js/extra-typings';
import { UserError } from '../../diagnostics/user-error.ts';
import { chooseIssues } from '../../press/choose-issues.ts';
import { listIssues } from '../../workspace/list-issues.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openBrowser } from '../open-browser.ts';
import { createPalette, reportUserError } from '../report.ts';
import { today } from '../today.ts';
import { stoppingAfterMail, summarizeSend } from '../report-send.ts';

/** `galley preview [SLUG]`: shows the issues in the browser, and again on every save. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('[slug]', 'the issue to show; the newest if left out')
    .option('--port <number>', 'listen at this port; else the first free one from 4255', parsePort)
    .option('--no-open', 'only print the address')
    .addHelpText(
      'after',
      `
Prints the address, opens it in the browser and follows every save until Ctrl-C. Only this computer
can reach it. BROWSER=none in the environment is like --no-open. Ctrl-C while a test mail is being
sent finishes the mail at hand and says who got one.

Examples:
  galley preview                       show the newest issue
  galley preview 2026-11               show one issue
  galley preview --port 8080 --no-open listen at port 8080, open nothing`,
    )
    .action(async (slug, { port, open }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const path = slug === undefined ? '/' : await findIssue(workspace, slug);
      // Server, watcher and renderer are loaded only when this command runs.
      const { createPreview } = await import('../../preview/create-preview.ts');
      const { rules } = await import('../../check/registry.ts');
      const { env, clock } = io;
      const preview = await createPreview(workspace, {
        env,
        onError: reporterOf(io),
        pace: io.pace,
        check: { rules, today, clock },
        watchesAside: true,
      });
      try {
        const listening = await preview.listen(port);
        const address = listening.address + path;
        io.stdout.write(`${address}\n`);
        if (port === undefined && listening.port !== usualPort) {
          io.stderr.write(`Port ${usualPort} is taken, so it is ${listening.port} this time.\n`);
        }
        io.stderr.write('The preview follows every save. Ctrl-C ends it.\n');
        // Not waited for: some systems take seconds.
        if (open) void openBrowser(address, io);
        await untilAborted(io.signal);
        const finishing = preview.finishSending();
        if (finishing !== null) {
          io.stderr.write(stoppingAfterMail);
          io.stderr.write(summarizeSend((await finishing)?.mails ?? []));
        }
      } finally {
        await preview.close();
      }
      exitWith(exitCodes.interrupted);
    });
};

// --- internal ---

const usualPort = 4255;

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number up to 65535; 0 takes any that is free.');
}

/** Where the page shows an issue. Throws a UserError for a slug that is none. */
async function findIssue(workspace: Workspace, slug: string): Promise<string> {
  const { issues } = chooseIssues(await listIssues(workspace), [slug]);
  // What is wrong with a name is shown beside the list of issues.
  return issues.length === 0 ? '/' : `/?issue=${encodeURIComponent(slug)}`;
}

/** Shows what went wrong; the preview goes on. */
function reporterOf({ env, stderr }: Io): (error: unknown) => void {
  return (error) => {
    if (error instanceof UserError) {
      reportUserError(error, stderr, createPalette(env, stderr));
      return;
    }
    const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(`Galley came upon something that it didn't expect, and goes on.\n${shown}\n`);
  };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else {
      signal.addEventListener('abort', () => {
        resolve();
      });
    }
  });
}
