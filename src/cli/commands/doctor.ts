import { printable } from '../../diagnostics/printable.ts';
import { probe } from '../../mail/smtp/probe.ts';
import type { ProbeReport } from '../../mail/smtp/probe.ts';
import { formatServer, shownUser } from '../../mail/smtp/server.ts';
import { readMailEnvironment } from '../../post/mail-environment.ts';
import { requireSmtpSettings } from '../../post/smtp-settings.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { createPalette } from '../report.ts';

/** `galley doctor --smtp`: connects, negotiates TLS, logs in, and sends nothing. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .requiredOption('--smtp', 'look at the mail server of the settings')
    .addHelpText(
      'after',
      `
Connects to the server that SMTP_URL, or SMTP_HOST and its companions, name, negotiates TLS, logs
in, asks what it can do and how large a message may be, and takes its leave. No mail is sent.

Settings, from the environment or from .env in the workspace; docs/sending.md has them for many
services:
  SMTP_URL              smtp://USER:PASSWORD@HOST:PORT, or smtps://…; instead of the next two lines
  SMTP_HOST, SMTP_PORT  the server and its port, which is 587 if left out
  SMTP_USER, SMTP_PASS  the login; without both, none
  SMTP_TLS              implicit, starttls or none; if left out, the port says it
  SMTP_CA               a PEM file of authorities to trust beside the system's
  SMTP_INSECURE         1 verifies no certificate, and lets mail and password travel unencrypted
  DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE
                        sign the mail; a key that can't be used is an error

Exit codes: 0 the server can be used, 2 the settings are wrong or missing, 3 it can't be used.

Examples:
  galley doctor --smtp`,
    )
    .action(async () => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const server = await requireSmtpSettings(workspace, readMailEnvironment(workspace, io.env));
      const user = shownUser(server);
      const login = user === null ? 'no login' : `login ${user}`;
      io.stdout.write(printable(`${formatServer(server)}, ${login}`) + '\n');
      const report = await probe(server, {
        signal: io.signal,
        timeouts: io.pace?.timeouts,
      });
      io.stdout.write(formatReport(report));
      const { failure } = report;
      if (failure === null) return;
      const palette = createPalette(io.env, io.stderr);
      io.stderr.write(
        `${palette.error('error')}  ${palette.dim(failure.code)}\n` +
          `  ${printable(failure.message)}\n  ${printable(failure.hint)}\n`,
      );
      exitWith(io.signal.aborted ? exitCodes.interrupted : exitCodes.deliveryFailed);
    });
};

// --- internal ---

function formatReport({ steps, extensions }: ProbeReport): string {
  const rows = steps.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'fail'}  ${name}: ${detail}`);
  if (extensions.length > 0) rows.push(`      offers ${extensions.join(', ')}`);
  return rows.map((row) => `${printable(row)}\n`).join('');
}
