import { describe, expect, test } from 'vitest';
import {
  closeServers,
  AUTH,
  MESSAGE,
  asBytes,
  largeMessage,
  send,
  settings,
  silence,
  start,
  startRaw,
} from '../../../support/deliver-message.ts';

closeServers();

describe('deliver hands a message over', () => {
  test.each([
    ['STARTTLS and a login', { tls: 'starttls', auth: AUTH }, {}],
    ['TLS from the start and a login', { tls: 'implicit', auth: AUTH }, {}],
    ['LOGIN where there is no PLAIN', { auth: AUTH, authMethods: ['LOGIN'] }, {}],
    ['CRAM-MD5 where there is nothing else', { auth: AUTH, authMethods: ['CRAM-MD5'] }, {}],
    ['TLS without a login', { tls: 'starttls' }, { auth: null }],
    ['nothing of the kind on this machine', { tls: 'none' }, { auth: null }],
    ['a login in clear on this machine', { tls: 'none', auth: AUTH }, {}],
  ] as const)('with %s, byte for byte', async (_name, options, changes) => {
    const server = await start(options);
    const tls = 'tls' in options ? options.tls : 'starttls';
    const sent = await send(settings(server, { tls, ...changes }));
    expect(sent).toEqual({
      status: 'accepted',
      answer: '250 2.0.0 queued as 1',
      failure: null,
      tries: 1,
      pauses: [],
    });
    expect(server.received).toEqual([
      {
        from: 'ada@example.com',
        to: ['charles@example.org'],
        message: Buffer.from(MESSAGE),
        user: 'auth' in options ? AUTH.user : null,
        secure: tls !== 'none',
      },
    ]);
  });

  test('that is large, telling how far it is', async () => {
    const server = await start();
    const message = largeMessage(3_000_000);
    const progress: number[] = [];
    const sent = await send(settings(server, { auth: null }), {
      message,
      onProgress: (bytes, total) => {
        expect(total).toBe(message.length);
        progress.push(bytes);
      },
    });
    expect(sent.status).toBe('accepted');
    expect(server.received[0]?.message.equals(message)).toBe(true);
    expect(progress.length).toBeGreaterThan(10);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(message.length);
  });

  test('to an international domain, in ASCII', async () => {
    const server = await startRaw({});
    await send(settings(server), { to: 'charles@bücher.example' });
    expect(server.heard[0]).toContain('RCPT TO:<charles@xn--bcher-kva.example>');
  });

  test('without the name of this machine', async () => {
    const server = await startRaw({});
    await send(settings(server));
    expect(server.heard[0]?.filter((line) => line.startsWith('EHLO'))).toEqual([
      'EHLO [127.0.0.1]',
      'EHLO [127.0.0.1]',
    ]);
  });

  test('and doesn’t wait for a server that never says goodbye', async () => {
    const server = await startRaw({ QUIT: silence });
    expect((await send(settings(server))).status).toBe('accepted');
  });

  test.each([
    ['a bare LF', 'Subject: One\n\r\n'],
    ['a bare CR', 'Subject: One\r\n\r\na\rb\r\n'],
    ['8-bit text', 'Subject: One\r\n\r\nGrüße\r\n'],
    ['a line too long', `Subject: One\r\n\r\n${'x'.repeat(999)}\r\n`],
    ['no end of the last line', 'Subject: One\r\n\r\nHello'],
  ])('unless it would be changed on the way: %s', async (_name, text) => {
    const server = await start();
    const sending = send(settings(server, { auth: null }), { message: asBytes(text) });
    await expect(sending).rejects.toThrow('ASCII in lines that end with CRLF');
    expect(server.connections()).toBe(0);
  });

  test('unless an address is more than an address', async () => {
    const server = await start();
    const sending = send(settings(server), { to: 'a@b.example>\r\nDATA' });
    await expect(sending).rejects.toThrow('a@b.example');
  });
});

describe('deliver is refused', () => {
  test('for a recipient that isn’t there', async () => {
    const server = await start({
      refuseRecipient: () => ({ code: 550, text: '5.1.1 no such user' }),
    });
    const sent = await send(settings(server, { auth: null }));
    expect(sent).toMatchObject({ status: 'rejected', answer: '550 5.1.1 no such user', tries: 1 });
    expect(sent.failure).toMatchObject({ code: 'recipient-refused', permanent: true });
    expect(server.received).toEqual([]);
  });

  test.each([
    [{ MAIL: '553 5.7.1 not owned by user' }, 'sender-refused'],
    [{ MAIL: '552 5.3.4 message size exceeds fixed limit' }, 'message-too-large'],
    [{ RCPT: '552 5.2.2 mailbox full' }, 'recipient-refused'],
    [{ RCPT: '554 5.7.1 relay access denied' }, 'recipient-refused'],
    [{ DATA: '554 5.5.1 no valid recipients' }, 'message-refused'],
    [{ end: '554 5.7.1 looks like spam' }, 'message-refused'],
    [{ end: '552 5.3.4 too big' }, 'message-too-large'],
    [{ MAIL: '530 5.7.0 login first' }, 'auth-required'],
  ] as const)('for good by %o', async (replies, code) => {
    const server = await startRaw(replies);
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'rejected', answer: Object.values(replies)[0], tries: 1 });
    expect(sent.failure).toMatchObject({ code, permanent: true });
    expect(server.heard).toHaveLength(1);
  });

  test('for its size before a byte of it is sent', async () => {
    const server = await start({ size: 1000 });
    const sent = await send(settings(server, { auth: null }), { message: largeMessage(2000) });
    expect(sent).toMatchObject({ status: 'not-sent', answer: '', tries: 1 });
    expect(sent.failure?.code).toBe('message-too-large');
    expect(sent.failure?.message).toMatch(/has 20\d\d bytes.*no more than 1000 bytes/);
  });

  test('for its size in the middle of it', async () => {
    const server = await startRaw({
      EHLO: '250-mx.example.org\n250 STARTTLS',
      content: async (peer) => {
        peer.send('552 5.3.4 too big\r\n');
        await peer.gone;
      },
    });
    const sent = await send(settings(server, { auth: null }), {
      message: largeMessage(20_000_000),
    });
    expect(sent).toMatchObject({ status: 'rejected', tries: 1 });
    expect(sent.failure?.code).toBe('message-too-large');
    expect(server.messages).toEqual([]);
  });

  test.each([
    ['not SMTP', 'SSH-2.0-OpenSSH_9.2', 'protocol-error', 1],
    ['a server without service', '554 5.3.2 no mail here', 'service-refused', 1],
    ['a busy server', '421 4.3.2 too busy', 'try-again-later', 3],
  ])('by %s', async (_name, banner, code, tries) => {
    const server = await startRaw({ banner });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'not-sent', answer: banner, tries });
    expect(sent.failure?.code).toBe(code);
  });
});

describe('deliver shows an answer', () => {
  test('on one clean line', async () => {
    const server = await startRaw({
      RCPT: '550-5.1.1 The \u001b[31maccount\u001b[0m\n550-5.1.1 does\u0007 not\n550 5.1.1 exist',
    });
    const sent = await send(settings(server));
    expect(sent.answer).toBe('550 5.1.1 The \uFFFD[31maccount\uFFFD[0m does\uFFFD not exist');
  });
});
