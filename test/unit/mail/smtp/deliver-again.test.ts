import { describe, expect, test } from 'vitest';
import {
  closeServers,
  MESSAGE,
  drop,
  flood,
  largeMessage,
  send,
  settings,
  start,
  startRaw,
} from '../../../support/deliver-message.ts';
import { findClosedPort } from '../../../support/local-port.ts';
import type { Peer } from '../../../support/smtp-peer.ts';

closeServers();

describe('deliver tries again', () => {
  test('where mail of strangers is put off at first', async () => {
    const server = await start({
      refuseRecipient: (_address, attempt) =>
        attempt === 1 ? { code: 450, text: '4.2.0 greylisted' } : null,
    });
    const sent = await send(settings(server, { auth: null }));
    expect(sent).toMatchObject({ status: 'accepted', tries: 2, pauses: [5_000] });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    { MAIL: '451 4.3.0 not now' },
    { RCPT: '450 4.2.0 greylisted' },
    { DATA: '451 4.3.0 not now' },
    { end: '451 4.7.1 greylisted' },
    { RCPT: '421 4.7.0 closing' },
  ])('3 times after %o, in longer and longer pauses', async (replies) => {
    const server = await startRaw(replies);
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'rejected', tries: 3, pauses: [5_000, 10_000] });
    expect(sent.answer).toBe(Object.values(replies)[0]);
    expect(sent.failure).toMatchObject({ code: 'try-again-later', permanent: false });
    expect(server.heard).toHaveLength(3);
  });

  test('but not when a minute would be over', async () => {
    const server = await startRaw({ RCPT: '450 4.2.0 greylisted' });
    const clock = [0, 30_000, 58_000];
    const sent = await send(settings(server), {
      timers: {
        now: () => clock.shift() ?? 70_000,
        wait: () => Promise.resolve(),
        random: () => 0.9,
      },
    });
    expect(sent.tries).toBe(2);
  });

  test('when the connection is refused', async () => {
    const port = await findClosedPort();
    const sent = await send(settings({ port, ca: '' }));
    expect(sent).toMatchObject({ status: 'not-sent', answer: '', tries: 3 });
    expect(sent.failure).toMatchObject({ code: 'connection-refused', permanent: false });
    expect(sent.failure?.message).toContain(`127.0.0.1:${port}`);
  });

  test.each([
    ['at once', { banner: drop }],
    ['after EHLO', { EHLO: drop }],
    ['at STARTTLS', { STARTTLS: drop }],
    ['while logging in', { AUTH: drop }],
    ['after MAIL', { MAIL: drop }],
    ['after RCPT', { RCPT: drop }],
    ['at DATA', { DATA: drop }],
  ] as const)('when the connection is lost %s', async (_name, replies) => {
    const server = await startRaw((connection) => (connection === 1 ? replies : {}));
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'accepted', tries: 2 });
    expect(server.messages).toEqual([Buffer.from(MESSAGE).toString()]);
  });

  test.each([
    ['in the middle of the message', { content: drop }],
    [
      'right after the message was asked for',
      {
        DATA: (peer: Peer) => {
          peer.send('354 go on\r\n');
          peer.drop();
        },
      },
    ],
  ])('when the connection is lost %s', async (_name, replies) => {
    const message = largeMessage(5_000_000);
    const server = await startRaw((connection) => (connection === 1 ? replies : {}));
    const sent = await send(settings(server), { message });
    expect(sent).toMatchObject({ status: 'accepted', tries: 2 });
    expect(server.messages).toEqual([Buffer.from(message).toString()]);
  });
});

describe('deliver never resends what may have arrived', () => {
  test.each([
    ['is lost after the final dot', drop],
    [
      'is lost in the middle of the last answer',
      (peer: Peer) => {
        peer.send('25');
        peer.drop();
      },
    ],
    ['ends with an answer that is none', 'perhaps'],
    ['ends with another question', '354 more?'],
    ['ends with half a number', '2'],
    ['ends with an endless answer', flood('250-x\r\n')],
  ])('when the connection %s', async (_name, end) => {
    const server = await startRaw({ end });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'unknown', answer: '', tries: 1, pauses: [] });
    expect(sent.failure).toMatchObject({ code: 'outcome-unknown', permanent: false });
    expect(sent.failure?.hint).toContain('charles@example.org');
    expect(server.messages).toHaveLength(1);
    expect(server.heard).toHaveLength(1);
  });

  test('nor believes an answer that came before the message', async () => {
    const server = await startRaw({ DATA: '354 go on\n250 2.0.0 queued' });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'not-sent', answer: '250 2.0.0 queued', tries: 1 });
    expect(sent.failure?.code).toBe('protocol-error');
    expect(server.messages).toEqual([]);
  });

  test('but believes a refusal that ends with the connection', async () => {
    const server = await startRaw({
      end: (peer) => {
        peer.send('554 5.7.1 no\r\n');
        peer.drop();
      },
    });
    expect((await send(settings(server))).status).toBe('rejected');
  });
});
