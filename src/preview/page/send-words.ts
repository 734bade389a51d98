import type { ShownDelivery, ShownSend } from '../model.ts';

/** How a send stands, in a sentence or more: what was sent to whom. */
export function sendWords({ slug, mails, isDone }: ShownSend): string {
  const named = (status: ShownDelivery['status']) =>
    mails
      .filter((mail) => mail.status === status)
      .map(({ to }) => to)
      .join(', ');
  if (!isDone) {
    const at = mails.findIndex(({ status }) => status === 'sending');
    const of = mails.length > 1 && at !== -1 ? `, ${at + 1} of ${mails.length}` : '';
    return `Sending a test mail of ${slug}${at === -1 ? '' : ` to ${mails[at]?.to ?? ''}`}${of}…`;
  }
  return (
    [
      ['Sent to', named('accepted')],
      ['Put into the outbox for', named('outbox')],
      ['Not delivered to', named('rejected')],
      ['Not known whether it reached', named('unknown')],
      ['Not sent to', named('not-sent')],
    ] as const
  )
    .filter(([, addresses]) => addresses !== '')
    .map(([what, addresses]) => `${what} ${addresses}.`)
    .join(' ');
}

/** `all` when every mail arrived where it should. */
export function sendOutcome({ mails, problems, isDone }: ShownSend): 'open' | 'all' | 'not-all' {
  if (!isDone) return 'open';
  const isFine = ({ status }: ShownDelivery) => status === 'accepted' || status === 'outbox';
  return mails.every(isFine) && problems.length === 0 ? 'all' : 'not-all';
}

/** What a person calls a status. */
export const statusWords: Readonly<Record<ShownDelivery['status'], string>> = {
  waiting: 'waiting',
  sending: 'sending',
  accepted: 'accepted',
  rejected: 'rejected',
  unknown: 'not known',
  outbox: 'in the outbox',
  'not-sent': 'not sent',
};
