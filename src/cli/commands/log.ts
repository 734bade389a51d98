import { printable } from '../../diagnostics/printable.ts';
import type { SentEntry } from '../../post/sent-log.ts';
import { readSentLog, sentLogPath } from '../../post/sent-log.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';

/** `galley log`: the test mails that were sent, the newest first. */
export const define: CommandModule['define'] = (command, { io, workspaceDir }) => {
  command
    .option('--json', 'print the entries as JSON')
    .addHelpText(
      'after',
      `
A line for each mail, the newest first: when (UTC), issue, status, recipient, the server's answer.
Mails that went into the outbox are not in it: they are in out/outbox/. The log is the file
${sentLogPath}; it only grows.

Examples:
  galley log              what was sent
  galley log --json | jq  for a script, with Message-ID and content hash`,
    )
    .action(async ({ json }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const { entries, damaged } = readSentLog(workspace);
      const newestFirst = entries.toReversed();
      if (json === true) io.stdout.write(`${JSON.stringify(newestFirst, null, 2)}\n`);
      else for (const entry of newestFirst) io.stdout.write(`${formatEntry(entry)}\n`);
      if (damaged > 0) {
        const lines = damaged === 1 ? 'One line' : `${damaged} lines`;
        io.stderr.write(`${lines} of ${sentLogPath} can't be read, and were left out.\n`);
      }
      if (entries.length === 0) io.stderr.write('Nothing was sent yet.\n');
    });
};

// --- internal ---

function formatEntry({ when, slug, status, to, answer }: SentEntry): string {
  const time = when.replace('T', ' ').replace(/\.\d+Z$/, '');
  return printable(`${time}  ${slug.padEnd(10)} ${status.padEnd(8)} ${to}  ${answer}`.trimEnd());
}
