import type { SendEvent, SendResult } from '../../post/send-mail.ts';
import type { ShownDelivery, ShownProblem, ShownSend } from '../model.ts';

/** A send that is planned: nobody has a mail yet. */
export function beginSend(
  id: number,
  slug: string,
  addresses: readonly string[],
  warnings: readonly string[],
): ShownSend {
  const mails = addresses.map((to): ShownDelivery => ({ ...waiting, to }));
  return { id, slug, isDone: false, mails, warnings, problems: [] };
}

/** The send after an event. Progress that nobody would see gives the same send. */
export function followSend(send: ShownSend, event: SendEvent): ShownSend {
  const to = event.type === 'result' ? event.result.to : event.to;
  const before = send.mails.find((mail) => mail.to === to);
  if (before === undefined) return send;
  const after = followMail(before, event);
  if (after === before) return send;
  return { ...send, mails: send.mails.map((mail) => (mail === before ? after : mail)) };
}

/** The send as it ended; `atHand` is what became of a mail whose result was never told. */
export function endSend(
  send: ShownSend,
  problems: readonly ShownProblem[],
  atHand: 'not-sent' | 'unknown' = 'not-sent',
): ShownSend {
  const mails = send.mails.map((mail): ShownDelivery => {
    if (mail.status === 'waiting') return { ...mail, status: 'not-sent' };
    return mail.status === 'sending' ? { ...mail, status: atHand } : mail;
  });
  return { ...send, isDone: true, mails, problems };
}

// --- internal ---

const waiting = {
  status: 'waiting',
  sent: 0,
  bytes: 0,
  answer: '',
  outbox: null,
  problem: null,
} as const;

/** How often progress is told: each time that so much more of a mail is sent. */
const steps = 20;

function followMail(mail: ShownDelivery, event: SendEvent): ShownDelivery {
  switch (event.type) {
    case 'begin':
      return { ...mail, status: 'sending', bytes: event.bytes };
    case 'progress': {
      const stepOf = (sent: number) => Math.floor((steps * sent) / Math.max(1, event.bytes));
      if (stepOf(event.sent) === stepOf(mail.sent)) return mail;
      return { ...mail, sent: event.sent, bytes: event.bytes };
    }
    case 'retry':
      return { ...mail, sent: 0 };
    case 'result':
      return { ...mail, ...showResult(event.result) };
  }
}

function showResult({ status, answer, bytes, file, failure }: SendResult) {
  return {
    status,
    answer,
    bytes,
    sent: status === 'accepted' ? bytes : 0,
    outbox: file?.split('/').at(-1) ?? null,
    problem: failure === null ? null : { message: failure.message, hint: failure.hint },
  } satisfies Partial<ShownDelivery>;
}
