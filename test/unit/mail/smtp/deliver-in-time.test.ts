import { describe, expect, test } from 'vitest';
import {
  closeServers,
  drip,
  flood,
  largeMessage,
  send,
  settings,
  silence,
  start,
  startRaw,
} from '../../../support/deliver-message.ts';
import type { Peer } from '../../../support/smtp-peer.ts';

closeServers();

describe('deliver gives up on a silent server', () => {
  test.each([
    ['that never greets', { banner: silence }, 'greeting'],
    ['that never ends its greeting', { banner: drip('220-hello\r\n') }, 'greeting'],
    ['that never answers EHLO', { EHLO: silence }, 'greeting'],
    ['that never answers STARTTLS', { STARTTLS: silence }, 'greeting'],
    ['that never shakes hands', { STARTTLS: drip('220 ready\r\n') }, 'greeting'],
    ['that never answers the login', { AUTH: silence }, 'command'],
    ['that never answers MAIL', { MAIL: silence }, 'command'],
    ['that never answers RCPT', { RCPT: drip('250-wait\r\n') }, 'command'],
    ['that never answers DATA', { DATA: silence }, 'command'],
  ] as const)('%s', async (_name, replies, phase) => {
    const server = await startRaw(replies);
    const sent = await send(settings(server), { timeouts: { [phase]: 60 } });
    expect(sent).toMatchObject({ status: 'not-sent', answer: '', tries: 3 });
    expect(sent.failure).toMatchObject({ code: 'silent-server', permanent: false });
    expect(server.messages).toEqual([]);
  });

  test.each([
    ['in lines without end', { EHLO: flood('250-x\r\n') }],
    ['in one line without end', { RCPT: flood('x'.repeat(1000)) }],
  ])('that answers %s', async (_name, replies) => {
    const server = await startRaw(replies);
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'not-sent', tries: 1 });
    expect(sent.failure?.code).toBe('protocol-error');
  });

  test('that takes the message but not its end, without a second try', async () => {
    const server = await startRaw({ content: silence });
    const sent = await send(settings(server), { timeouts: { finalDot: 60 } });
    expect(sent).toMatchObject({ status: 'unknown', tries: 1 });
  });

  test('that takes only the beginning of a large message, and knows that it wasn’t taken', async () => {
    const server = await startRaw({
      EHLO: '250-mx.example.org\n250-STARTTLS\n250 AUTH PLAIN',
      content: async (peer) => {
        peer.pause();
        await peer.gone;
      },
    });
    const sent = await send(settings(server), {
      message: largeMessage(20_000_000),
      timeouts: { block: 60 },
    });
    expect(sent.status).toBe('not-sent');
    expect(sent.failure?.code).toBe('silent-server');
  });

  test('but waits for a slow banner', async () => {
    const server = await startRaw({
      banner: (peer) => {
        const pieces = ['220-wel', 'come\r\n2', '20-to this\r', '\n220 server\r', '\n'];
        const next = (): void => {
          const piece = pieces.shift();
          if (piece === undefined) return;
          peer.send(piece);
          setImmediate(next);
        };
        next();
      },
    });
    expect((await send(settings(server))).status).toBe('accepted');
  });
});

describe('Ctrl-C', () => {
  test('before anything stops at once', async () => {
    const server = await start();
    const signal = AbortSignal.abort();
    const sent = await send(settings(server, { auth: null }), { signal });
    expect(sent).toMatchObject({ status: 'not-sent', tries: 1 });
    expect(sent.failure?.code).toBe('interrupted');
    expect(server.connections()).toBe(0);
  });

  test.each(['banner', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const)(
    'at %s stops at once and sends nothing',
    async (step) => {
      const controller = new AbortController();
      const server = await startRaw({
        [step]: async (peer: Peer) => {
          controller.abort();
          await peer.gone;
        },
      });
      const sent = await send(settings(server), { signal: controller.signal });
      expect(sent).toMatchObject({ status: 'not-sent', tries: 1 });
      expect(sent.failure?.code).toBe('interrupted');
      expect(server.messages).toEqual([]);
    },
  );

  test('in the middle of a message finishes it', async () => {
    const controller = new AbortController();
    const server = await start();
    const message = largeMessage(1_000_000);
    const sent = await send(settings(server, { auth: null }), {
      message,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(sent.status).toBe('accepted');
    expect(server.received[0]?.message.equals(message)).toBe(true);
  });

  test('after the final dot waits for the answer', async () => {
    const controller = new AbortController();
    const server = await startRaw({
      end: (peer) => {
        controller.abort();
        setImmediate(() => peer.send('250 2.0.0 queued\r\n'));
      },
    });
    const sent = await send(settings(server), { signal: controller.signal });
    expect(sent.status).toBe('accepted');
  });

  test.each(['resolves', 'rejects'])('between two tries ends them (the pause %s)', async (how) => {
    const controller = new AbortController();
    const server = await startRaw({ RCPT: '450 4.2.0 greylisted' });
    const sent = await send(settings(server), {
      signal: controller.signal,
      timers: {
        now: () => 0,
        random: () => 0,
        wait: (_ms, signal) => {
          controller.abort();
          return how === 'resolves'
            ? Promise.resolve()
            : Promise.reject(signal.reason instanceof Error ? signal.reason : new Error());
        },
      },
    });
    expect(sent).toMatchObject({ status: 'not-sent', answer: '450 4.2.0 greylisted', tries: 1 });
    expect(sent.failure?.code).toBe('interrupted');
    expect(server.heard).toHaveLength(1);
  });
});
