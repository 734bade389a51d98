import { describe, expect, it } from 'vitest';
import type { ShownDelivery, ShownSend } from '../../../../src/preview/model.ts';
import { sendOutcome, sendWords } from '../../../../src/preview/page/send-words.ts';
import { timeWords } from '../../../../src/preview/page/sizes.ts';

function send(isDone: boolean, ...statuses: readonly ShownDelivery['status'][]): ShownSend {
  const mails = statuses.map((status, index): ShownDelivery => {
    const to = `${'abcde'.charAt(index)}@x.example`;
    return { to, status, sent: 0, bytes: 0, answer: '', outbox: null, problem: null };
  });
  return { id: 1, slug: 'one', isDone, mails, warnings: [], problems: [] };
}

describe('a send in words', () => {
  it('tells where it is', () => {
    expect(sendWords(send(false, 'waiting'))).toBe('Sending a test mail of one…');
    expect(sendWords(send(false, 'sending'))).toBe('Sending a test mail of one to a@x.example…');
    expect(sendWords(send(false, 'accepted', 'sending'))).toBe(
      'Sending a test mail of one to b@x.example, 2 of 2…',
    );
  });

  it('tells what was sent to whom', () => {
    const ended = send(true, 'accepted', 'rejected', 'unknown', 'not-sent', 'accepted');
    expect(sendWords(ended)).toBe(
      'Sent to a@x.example, e@x.example. Not delivered to b@x.example. ' +
        'Not known whether it reached c@x.example. Not sent to d@x.example.',
    );
    expect(sendWords(send(true, 'outbox'))).toBe('Put into the outbox for a@x.example.');
  });

  it('is good only when every mail arrived where it should', () => {
    expect(sendOutcome(send(false, 'sending'))).toBe('open');
    expect(sendOutcome(send(true, 'accepted', 'outbox'))).toBe('all');
    expect(sendOutcome(send(true, 'accepted', 'unknown'))).toBe('not-all');
    const problems = [{ message: 'The log lacks a line.', hint: '' }];
    expect(sendOutcome({ ...send(true, 'accepted'), problems })).toBe('not-all');
  });
});

it('tells a time where the reader is, and leaves one that is none', () => {
  expect(timeWords('2026-11-02T14:05:00.000Z', 'UTC')).toBe('2 Nov 2026, 14:05');
  expect(timeWords('9999-99-99T99:99:99.999Z')).toBe('9999-99-99T99:99:99.999Z');
});
