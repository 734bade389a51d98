import type { Palette } from '../diagnostics/format.ts';
import { printable } from '../diagnostics/printable.ts';
import type { UserError } from '../diagnostics/user-error.ts';
import type { SmtpServer } from '../mail/smtp/server.ts';
import { formatServer } from '../mail/smtp/server.ts';
import type { SendEvent, SendResult } from '../post/send-mail.ts';
import type { Io } from './io.ts';
import { reportUserError } from './report.ts';

/** Tells of a send while it goes on, and of how it ended. */
export interface SendReporter {
  /** `server` is null when mail goes to the outbox. */
  begin(server: SmtpServer | null): void;
  readonly onEvent: (event: SendEvent) => void;
  end(results: readonly SendResult[], logFailure: UserError | null): void;
}

/** Results go to stdout, a line a recipient or as JSON; what happened and what to do, to stderr. */
export function createSendReporter(io: Io, palette: Palette, json: boolean): SendReporter {
  const { stdout, stderr } = io;
  const progress = createProgress(io);
  const told = new Set<string>();
  let via: string | null = null;
  const onInterrupt = () => {
    progress.clear();
    stderr.write(stoppingAfterMail);
  };
  return {
    begin: (server) => {
      via = server && formatServer(server);
      io.signal.addEventListener('abort', onInterrupt, { once: true });
    },
    onEvent(event) {
      switch (event.type) {
        case 'begin':
          if (via !== null) progress.show(`Sending to ${event.to} by ${via}…`);
          return;
        case 'progress':
          if (event.bytes >= largeMail) progress.show(formatProgress(event));
          return;
        case 'retry':
          progress.clear();
          stderr.write(formatRetry(event));
          return;
        case 'result':
          progress.clear();
          showResult(event.result);
      }
    },
    end(results, logFailure) {
      io.signal.removeEventListener('abort', onInterrupt);
      if (json) stdout.write(`${JSON.stringify(results, null, 2)}\n`);
      if (logFailure !== null) {
        stderr.write('The log of what was sent lacks a line of this send:\n');
        reportUserError(logFailure, stderr, palette);
      }
      if (results.length > 0) stderr.write(summarizeSend(results));
    },
  };

  function showResult(result: SendResult): void {
    if (!json && result.status !== 'not-sent') stdout.write(`${formatResult(result)}\n`);
    explain(result);
  }

  function explain({ to, failure }: SendResult): void {
    if (failure === null || failure.code === 'interrupted') return;
    const cause = `${failure.code} ${failure.message}`;
    // The same failure of the server is told once, not for each recipient.
    if (told.has(cause)) return;
    told.add(cause);
    stderr.write(
      `${palette.error('error')}  ${palette.dim(failure.code)}\n` +
        `  ${printable(`${to}: ${failure.message}`)}\n  ${printable(failure.hint)}\n\n`,
    );
  }
}

/** What was sent to whom, in sentences. */
export function summarizeSend(
  results: readonly { readonly to: string; readonly status: string }[],
): string {
  const named = (status: SendResult['status']) =>
    results
      .filter((result) => result.status === status)
      .map(({ to }) => to)
      .join(', ');
  const lines = [
    ['Sent to', named('accepted')],
    ['Not delivered to', named('rejected')],
    ['Not known whether it reached', named('unknown')],
    ['Not sent to', named('not-sent')],
    ['Put into the outbox for', named('outbox')],
  ]
    .filter(([, addresses]) => addresses !== '')
    .map(([what = '', addresses = '']) => `${what} ${printable(addresses)}.\n`);
  if (named('unknown') !== '') {
    lines.push('Look whether it arrived before you send again, or there may be two.\n');
  }
  if (named('outbox') !== '') {
    lines.push(
      'No mail server is set: open the file with any mail program. Which settings send it, says\n' +
        'galley doctor --help; docs/sending.md has those of many services.\n',
    );
  }
  return lines.join('');
}

/** Said when Ctrl-C finds a mail on its way. */
export const stoppingAfterMail = 'Stopping after the mail at hand; Ctrl-C again stops at once.\n';

// --- internal ---

function formatResult({ status, to, answer }: SendResult): string {
  return printable(`${status} ${to} ${answer}`.trimEnd());
}

/** Smaller mails are gone before a person could read how far they are. */
const largeMail = 256 * 1024;

function formatProgress({ to, sent, bytes }: Extract<SendEvent, { type: 'progress' }>): string {
  const percent = Math.floor((100 * sent) / bytes);
  return `${to}: ${percent}% of ${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** Said everywhere: the pauses can be half a minute, in which nothing else is. */
function formatRetry({ to, why, ms }: Extract<SendEvent, { type: 'retry' }>): string {
  const seconds = Math.ceil(ms / 1000);
  const when = seconds < 2 ? 'at once' : `in ${seconds} seconds`;
  return printable(`${to}: ${why.replace(/[.\s]+$/, '')}. Trying again ${when}.`) + '\n';
}

/** What is going on, in one line that goes away; on a terminal only. */
function createProgress({ stderr, env }: Io) {
  let shown = '';
  const active = stderr.isTTY && env['TERM'] !== 'dumb';
  return {
    show(line: string): void {
      if (!active || line === shown) return;
      stderr.write(`\r\u001b[K${line}`);
      shown = line;
    },
    clear(): void {
      if (shown !== '') stderr.write('\r\u001b[K');
      shown = '';
    },
  };
}
