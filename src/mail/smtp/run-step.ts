import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** What an error of the library says, without the error: nothing of it is shown as it is. */
export interface WireError {
  /** The system's or OpenSSL's code, else the library's, else ''. */
  readonly code: string;
  /** True for a reply that refuses, or for one that isn't SMTP. */
  readonly replied: boolean;
  /** The number that the reply begins with; null for none. */
  readonly reply: number | null;
  /** The reply as it came; '' for none. */
  readonly response: string;
  /** Such as `MAIL FROM`. */
  readonly command: string;
  /** The names in a certificate that is for others; '' for none. */
  readonly names: string;
}

export type Cause =
  | { readonly kind: 'error'; readonly error: WireError }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'interrupted' };

export type StepResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: Cause };

export interface StepControl<T> {
  /** Ends the step; only the first call counts. */
  readonly done: (error: unknown, value: T) => void;
  /** Starts the clock anew. */
  readonly allow: (ms: number) => void;
  /** From here on an interruption no longer ends the step. */
  readonly finishAnyway: () => void;
}

/**
 * Runs one step of a conversation until it is done, the connection fails, time is up or the signal
 * is aborted, whichever comes first. A step that failed has closed the connection.
 */
export function runStep<T>(
  connection: SMTPConnection,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
  begin: (control: StepControl<T>) => void,
): Promise<StepResult<T>> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const settle = (result: StepResult<T>): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      connection.off('error', fail).off('end', end);
      if (!result.ok) connection.close();
      resolve(result);
    };
    const interrupt = (): void => settle({ ok: false, cause: { kind: 'interrupted' } });
    const fail = (error: unknown): void =>
      settle({ ok: false, cause: { kind: 'error', error: readWireError(error) } });
    const end = (): void => fail(null);
    const allow = (limit: number): void => {
      clearTimeout(timer);
      if (settled) return;
      timer = setTimeout(() => settle({ ok: false, cause: { kind: 'timeout' } }), limit);
    };
    if (signal.aborted) return interrupt();
    signal.addEventListener('abort', interrupt);
    connection.once('error', fail).once('end', end);
    allow(ms);
    begin({
      done: (error, value) =>
        error === null || error === undefined ? settle({ ok: true, value }) : fail(error),
      allow,
      finishAnyway: () => signal.removeEventListener('abort', interrupt),
    });
  });
}

/** Takes from an error of the library, of Node or of OpenSSL what tells its kind. */
export function readWireError(error: unknown): WireError {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const response = text('response');
  const reply = /^[2-5]\d\d(?=[ -]|$)/m.exec(response.slice(0, 4))?.[0];
  return {
    code: text('originalCode') || text('code'),
    replied: response !== '',
    reply: reply === undefined ? null : Number(reply),
    response,
    command: text('command'),
    names: namesIn(fields['cert']),
  };
}

// --- internal ---

function namesIn(certificate: unknown): string {
  const holder = typeof certificate === 'object' && certificate !== null ? certificate : {};
  const names = 'subjectaltname' in holder ? holder.subjectaltname : '';
  return typeof names === 'string' ? names.replace(/\b(?:DNS|IP Address):/g, '').slice(0, 300) : '';
}
