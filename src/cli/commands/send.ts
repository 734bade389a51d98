import { createMeans } from '../../post/create-means.ts';
import { readMailEnvironment } from '../../post/mail-environment.ts';
import type { PlannedSend } from '../../post/plan-send.ts';
import { planSend } from '../../post/plan-send.ts';
import { sendIssue } from '../../post/send-issue.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { confirmUnlisted } from '../confirm-unlisted.ts';
import { exitCodes } from '../exit-codes.ts';
import { dryRunJson, formatDryRun } from '../format-dry-run.ts';
import { countDiagnostics, createPalette, reportDiagnostics } from '../report.ts';
import { createSendReporter } from '../report-send.ts';

/** `galley send SLUG`: a test mail to the author, or into the outbox. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('<slug>', 'the issue to send')
    .option('--to <addresses>', 'to these instead, with commas between them', collect)
    .option('--dry-run', 'show what would be sent, and send nothing')
    .option('--yes', 'send to addresses outside testRecipients without asking')
    .option('--force', 'send although there are errors in prose or pictures')
    .option('--json', 'print the results as JSON')
    .addHelpText('after', help)
    .action(async (slug, { to, dryRun, yes, force, json }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const palette = createPalette(io.env, io.stderr);
      const environment = readMailEnvironment(workspace, io.env);
      const request = { slug, to: to ?? [], environment, force: force === true };
      const report = async (planned: PlannedSend) => {
        await reportDiagnostics(planned.diagnostics, workspace.root, io.stderr, palette);
        for (const warning of planned.plan?.warnings ?? []) {
          io.stderr.write(`${palette.warning('warning')}  ${warning}\n\n`);
        }
        if (planned.plan !== null) return;
        const hint = planned.forceable ? ' With --force it is sent all the same.' : '';
        const counted = countDiagnostics(planned.diagnostics);
        io.stderr.write(`${counted}: nothing was sent.${hint}\n`);
        exitWith(exitCodes.contentErrors);
      };
      if (dryRun === true) {
        const planned = await planSend(workspace, request);
        await report(planned);
        if (planned.plan === null) return;
        const means = createMeans(io.signal, io.pace);
        const format = json === true ? dryRunJson : formatDryRun;
        io.stdout.write(`${await format(planned.plan, means)}\n`);
        return;
      }
      const reporter = createSendReporter(io, palette, json === true);
      const { results, logFailure } = await sendIssue(workspace, {
        ...request,
        ...createMeans(io.signal, io.pace, reporter.onEvent),
        approve: async (planned) => {
          await report(planned);
          if (planned.plan === null) return;
          if (yes !== true) await confirmUnlisted(planned.plan.recipients.unlisted, io);
          reporter.begin(planned.plan.server);
        },
      });
      reporter.end(results, logFailure);
      // Also when all was sent: what a script does next must not begin.
      if (io.signal.aborted) exitWith(exitCodes.interrupted);
      else if (results.some(({ status }) => status === 'rejected' || status === 'unknown')) {
        exitWith(exitCodes.deliveryFailed);
      }
    });
};

// --- internal ---

const help = `
To whom: --to, else testRecipients of the config, else the sender's own address; ten at most. Each
gets a mail of its own, marked [TEST] in the subject, a draft also [DRAFT].
From where: by the server that SMTP_URL, or SMTP_HOST and its companions, name in the environment or
in .env: see galley doctor --help. Without one, the mail is put into out/outbox/.
With --force an issue is sent although links, Markdown or pictures have errors: they are missing in
the mail. One that breaks the rules of its data can't be rendered, so there is nothing to send.

A line for each recipient goes to stdout, "STATUS ADDRESS ANSWER":
  accepted   the server took it
  rejected   not delivered: the server refused it, or was not reached
  unknown    handed over whole, but no answer came: look whether it arrived before you send again
  outbox     put into the file that ANSWER names
Exit codes: 0 all accepted or in the outbox, 1 the content has errors, 2 wrong usage or settings,
3 a delivery failed, 130 after Ctrl-C, which finishes the mail at hand.

Examples:
  galley send 2026-11                          to yourself
  galley send 2026-11 --dry-run                envelope, headers, sizes and server; sends nothing
  galley send 2026-11 --to ada@example.com     to someone else; asks before
  galley send 2026-11 --json --yes             for a script`;

/** The option may be given more than once. */
function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
