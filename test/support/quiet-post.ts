import type { PreviewEvent, ShownSend } from '../../src/preview/model.ts';
import type { PostOptions } from '../../src/preview/serve/post-routes.ts';
import type { BegunSend } from '../../src/preview/sending/sender.ts';

/** Sends nothing, has an empty outbox and an empty log; for tests that are about neither. */
export const quietPost: PostOptions = {
  sender: {
    status: () => Promise.resolve({ cannotSend: null, sendsToOutbox: true, send: null }),
    begin: () => Promise.resolve(failed('Nothing is sent in this test.')),
    subscribe: () => () => undefined,
  },
  outbox: {
    list: () => Promise.resolve([]),
    readHeads: () => Promise.resolve([]),
    read: () => Promise.resolve(null),
    stream: () => Promise.resolve(null),
  },
  readLog: () => ({ entries: [], damaged: 0, problem: null }),
};

/** A refusal to send. */
export function failed(message: string, reason: 'busy' | 'failed' = 'failed'): BegunSend {
  return { ok: false, reason, problem: { message, hint: 'Do otherwise.' } };
}

/** A sender that a test tells what happens, and that notes what it was asked to send. */
export interface ScriptedSender {
  readonly sender: PostOptions['sender'];
  readonly asked: readonly string[];
  /** What the next sends begin with. */
  readonly answer: (begun: BegunSend) => void;
  /** Tells everyone who listens. */
  readonly tell: (send: ShownSend) => void;
  readonly set: (status: Partial<{ cannotSend: string | null; sendsToOutbox: boolean }>) => void;
}

/** Makes it; it listens to no settings. */
export function scriptSender(): ScriptedSender {
  const asked: string[] = [];
  const listeners = new Set<(event: PreviewEvent) => void>();
  let begun = failed('Nothing is sent in this test.');
  let status = { cannotSend: null as string | null, sendsToOutbox: false };
  let send: ShownSend | null = null;
  const tell = (event: PreviewEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    asked,
    answer: (next) => (begun = next),
    tell: (next) => {
      send = next;
      tell({ type: 'send', send });
    },
    set: (change) => {
      status = { ...status, ...change };
      tell({ type: 'state' });
    },
    sender: {
      status: () => Promise.resolve({ ...status, send }),
      begin: (slug) => {
        asked.push(slug);
        if (begun.ok) {
          send = begun.send;
          tell({ type: 'send', send });
        }
        return Promise.resolve(begun);
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
