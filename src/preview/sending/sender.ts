import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createMeans } from '../../post/create-means.ts';
import { readMailEnvironment } from '../../post/mail-environment.ts';
import type { PlannedSend } from '../../post/plan-send.ts';
import { sendIssue } from '../../post/send-issue.ts';
import type { Pace, SendEvent } from '../../post/send-mail.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { PreviewEvent, PreviewState, ShownProblem, ShownSend } from '../model.ts';
import { beginSend, endSend, followSend } from './follow-send.ts';
import { readStanding } from './read-standing.ts';

/** Sends test mails to the author, one send at a time, and tells how that goes. */
export interface Sender {
  /** Read anew each time: settings may be other ones by now. */
  readonly status: () => Promise<Pick<PreviewState, 'cannotSend' | 'sendsToOutbox' | 'send'>>;
  /** Resolves when a send is planned and begins, or with why it doesn't. */
  readonly begin: (slug: string) => Promise<BegunSend>;
  /** Files changed: tells when the settings are other ones for it. */
  readonly lookAgain: () => Promise<void>;
  /** Returns how to stop it. */
  readonly subscribe: (listener: (event: PreviewEvent) => void) => () => void;
  /**
   * Begins no mail from now on. Resolves when the mail at hand is finished, with its send; null when
   * nothing is being sent.
   */
  readonly finish: () => Promise<ShownSend | null> | null;
}

/** `busy`: another send goes on, or the preview ends. `failed`: something is wrong. */
export type BegunSend =
  | { readonly ok: true; readonly send: ShownSend }
  | { readonly ok: false; readonly reason: 'busy' | 'failed'; readonly problem: ShownProblem };

export interface SenderOptions {
  /** The real environment, which wins over the workspace's `.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How time passes while mail is sent; as it really does if left out. */
  readonly pace?: Pace | undefined;
  /** Told of bugs. */
  readonly onError: (error: unknown) => void;
}

/** Makes it; nothing is read before the first question. */
export function createSender(workspace: Workspace, options: SenderOptions): Sender {
  const { env, pace, onError } = options;
  const listeners = new Set<(event: PreviewEvent) => void>();
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let send: ShownSend | null = null;
  let told: string | null = null;

  const tell = (event: PreviewEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // Whoever watches must not stop the mail.
        onError(error);
      }
    }
  };
  const show = (next: ShownSend) => {
    if (next === send) return;
    send = next;
    tell({ type: 'send', send });
  };

  return {
    async status() {
      const standing = await readStanding(workspace, env);
      told = JSON.stringify(standing);
      return { ...standing, send };
    },
    begin(slug) {
      if (ending.signal.aborted) return Promise.resolve(refuse('busy', isEnding));
      if (running !== null) return Promise.resolve(refuse('busy', isBusy(send)));
      return new Promise((answer) => {
        running = run(slug, answer).finally(() => {
          running = null;
        });
      });
    },
    async lookAgain() {
      if (told === null || listeners.size === 0) return;
      const now = JSON.stringify(await readStanding(workspace, env));
      if (now !== told) tell({ type: 'state' });
      told = now;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    finish() {
      ending.abort();
      return running && running.then(() => send);
    },
  };

  /** Sends, and never rejects; `answer` is for the first who is called. */
  async function run(slug: string, answer: (begun: BegunSend) => void): Promise<void> {
    let begun: ShownSend | null = null;
    const approve = ({ plan, diagnostics, forceable }: PlannedSend) => {
      if (plan === null) {
        answer(refuse('failed', explainErrors(slug, diagnostics, forceable)));
        return;
      }
      begun = beginSend((send?.id ?? 0) + 1, slug, plan.recipients.addresses, plan.warnings);
      show(begun);
      answer({ ok: true, send: begun });
    };
    const onEvent = (event: SendEvent) => {
      if (send !== null) show(followSend(send, event));
    };
    const end = (problems: readonly ShownProblem[], atHand?: 'unknown') => {
      if (begun !== null && send !== null) show(endSend(send, problems, atHand));
    };
    try {
      const environment = readMailEnvironment(workspace, env);
      const request = { slug, to: [], environment, force: false, approve };
      const means = createMeans(ending.signal, pace, onEvent);
      const { logFailure } = await sendIssue(workspace, { ...request, ...means });
      end(logFailure === null ? [] : [explainLog(logFailure)]);
    } catch (error) {
      const isKnown = error instanceof UserError;
      if (!isKnown) onError(error);
      const problem = isKnown ? explain(error) : unexpected;
      answer(refuse('failed', problem));
      end([problem], isKnown ? undefined : 'unknown');
    }
  }
}

// --- internal ---

const isEnding: ShownProblem = { message: 'The preview is ending.', hint: 'Start it again.' };

const unexpected: ShownProblem = {
  message: 'Galley came upon something that it did not expect.',
  hint: 'The terminal says more. Look whether a mail arrived before you send again.',
};

function isBusy(send: ShownSend | null): ShownProblem {
  const what = send === null || send.isDone ? 'A test mail' : `A test mail of ${send.slug}`;
  return { message: `${what} is being sent already.`, hint: 'Send again when that is done.' };
}

function refuse(reason: 'busy' | 'failed', problem: ShownProblem): BegunSend {
  return { ok: false, reason, problem };
}

function explain({ message, hint = '' }: UserError): ShownProblem {
  return { message: `${message} Nothing was sent.`, hint };
}

function explainLog({ message, hint = '' }: UserError): ShownProblem {
  return { message: `The log of what was sent lacks a line of this send: ${message}`, hint };
}

function explainErrors(
  slug: string,
  diagnostics: readonly Diagnostic[],
  forceable: boolean,
): ShownProblem {
  const count = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    message: `There ${count === 1 ? 'is 1 error' : `are ${count} errors`} in the issue, the config or the theme. Nothing was sent.`,
    hint: `${forceable ? `In the terminal, galley send ${slug} --force sends it all the same. ` : ''}The errors are listed under the mail.`,
  };
}
