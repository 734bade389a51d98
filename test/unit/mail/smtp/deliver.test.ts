import { afterEach, describe, expect, test } from 'vitest';
import { deliver, type Delivery, type DeliverOptions } from '../../../../src/mail/smtp/deliver.ts';
import type { SmtpServer } from '../../../../src/mail/smtp/server.ts';
import {
  findClosedPort,
  makeAuthority,
  makeRawServer,
  makeSmtpServer,
  type Peer,
  type RawServer,
  type Replies,
  type SmtpServerOptions,
  type TestSmtpServer,
} from '../../../support/smtp-servers.ts';

const AUTH = { user: 'ada@example.com', pass: 'correct horse 7 battery' };
const MESSAGE = asBytes('From: ada@example.com\r\nSubject: One\r\n\r\n.dot\r\n..\r\nHello\r\n');

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: SmtpServerOptions = {}): Promise<TestSmtpServer> {
  const server = await makeSmtpServer(options);
  servers.push(server);
  return server;
}

async function startRaw(
  replies: Replies | ((connection: number) => Replies),
  options: Parameters<typeof makeRawServer>[1] = {},
): Promise<RawServer> {
  const server = await makeRawServer(replies, options);
  servers.push(server);
  return server;
}

function settings(
  server: { readonly port: number; readonly ca: string },
  changes: Partial<SmtpServer> = {},
): SmtpServer {
  const ca = server.ca === '' ? null : server.ca;
  const { port } = server;
  return { host: '127.0.0.1', port, tls: 'starttls', auth: AUTH, ca, insecure: false, ...changes };
}

interface Sent extends Delivery {
  /** The pauses between the tries. */
  readonly pauses: readonly number[];
}

async function send(
  server: SmtpServer,
  options: Partial<DeliverOptions> & { readonly message?: Uint8Array; readonly to?: string } = {},
): Promise<Sent> {
  const { message = MESSAGE, to = 'charles@example.org', ...rest } = options;
  const pauses: number[] = [];
  let now = 1_000_000;
  const delivery = await deliver(
    server,
    { from: 'ada@example.com', to, message },
    {
      signal: new AbortController().signal,
      timers: {
        now: () => now,
        random: () => 0.5,
        wait: (ms) => {
          pauses.push(ms);
          now += ms;
          return Promise.resolve();
        },
      },
      ...rest,
    },
  );
  expectClean(delivery, server);
  return { ...delivery, pauses };
}

/** What holds for all that is ever said. */
function expectClean(delivery: Delivery, { auth }: SmtpServer): void {
  const said = JSON.stringify(delivery);
  expect(delivery.answer).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(delivery.failure === null).toBe(delivery.status === 'accepted');
  if (auth === null) return;
  for (const secret of [auth.pass, base64(auth.pass), base64(`\0${auth.user}\0${auth.pass}`)]) {
    expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function largeMessage(bytes: number): Uint8Array {
  return asBytes(`Subject: Large\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(Math.ceil(bytes / 78))}`);
}

const drop = (peer: Peer): void => peer.drop();
/** Says nothing until the other side gives up. */
const silence = (peer: Peer): Promise<void> => peer.gone;

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

describe('deliver never sends in clear', () => {
  test('when the offer of STARTTLS was stripped', async () => {
    const server = await startRaw({
      EHLO: '250-mx.example.org\n250 AUTH PLAIN LOGIN',
      STARTTLS: '502 5.5.1 not implemented',
    });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'not-sent', tries: 1 });
    expect(sent.failure?.code).toBe('starttls-missing');
    expect(server.heard).toEqual([['EHLO [127.0.0.1]', 'STARTTLS']]);
  });

  test('when EHLO is refused and only HELO goes', async () => {
    const server = await startRaw({ EHLO: '502 5.5.1 not implemented' });
    const sent = await send(settings(server));
    expect(sent.status).toBe('not-sent');
    expect(server.heard.flat().join()).not.toMatch(/AUTH|MAIL/);
  });

  test.each(['192.0.2.1', 'mail.example.com', 'localhost.example.com', '::2', '128.0.0.1'])(
    'to another machine, %s',
    async (host) => {
      const sent = await send(settings({ port: 9, ca: '' }, { host, tls: 'none' }));
      expect(sent.failure?.code).toBe('insecure-server');
      expect(sent.failure?.permanent).toBe(true);
    },
  );

  test('after answers that were put in before TLS', async () => {
    const server = await startRaw({
      EHLO: '250-mx.example.org\n250-STARTTLS\n250 AUTH PLAIN',
      STARTTLS: async (peer) => {
        peer.send('220 ready\r\n250-evil\r\n250 AUTH LOGIN\r\n235 welcome\r\n250 ok\r\n');
        await peer.startTls();
      },
    });
    const sent = await send(settings(server));
    // Had the answers counted, the conversation would be one answer ahead and use LOGIN.
    expect(sent.status).toBe('accepted');
    expect(server.heard[0]?.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'EHLO [127.0.0.1]',
      'STARTTLS',
      'EHLO [127.0.0.1]',
      'AUTH PLAIN',
      'MAIL FROM:<ada@example.com>',
      'RCPT TO:<charles@example.org>',
      'DATA',
    ]);
    expect(server.messages).toHaveLength(1);
  });

  test('and forgets a beginning of an answer from before TLS', async () => {
    const server = await startRaw({
      STARTTLS: async (peer) => {
        peer.send('220 ready\r\n250 SIZE');
        await peer.startTls();
      },
    });
    expect((await send(settings(server))).status).toBe('accepted');
  });

  test('and goes no further while an answer from before TLS is not complete', async () => {
    const server = await startRaw({
      STARTTLS: async (peer) => {
        peer.send('220 ready\r\n250-SIZE 1\r\n');
        await peer.startTls();
      },
    });
    const sent = await send(settings(server), { timeouts: { greeting: 60 } });
    expect(sent.failure?.code).toBe('silent-server');
    expect(server.heard[0]).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });
});

describe('deliver trusts only a certificate that is', () => {
  const day = 24 * 60 * 60 * 1000;
  const past = { validFrom: new Date(Date.now() - 9 * day), validTo: new Date(Date.now() - day) };
  const future = { validFrom: new Date(Date.now() + day), validTo: new Date(Date.now() + 9 * day) };
  const authority = makeAuthority();

  test.each([
    ['of a known authority', authority.issue(), null, 'not signed by an authority'],
    ['not expired', authority.issue(past), authority.ca, 'has expired'],
    ['valid already', authority.issue(future), authority.ca, 'not valid yet'],
    [
      'for this host',
      authority.issue({ hosts: ['mx.example.org', '10.0.0.1'] }),
      authority.ca,
      'is for mx.example.org, 10.0.0.1,',
    ],
  ])('%s', async (_name, certificate, ca, why) => {
    for (const tls of ['starttls', 'implicit'] as const) {
      const server = await startRaw({}, { certificate, tls });
      const sent = await send(settings(server, { tls, ca }));
      expect(sent).toMatchObject({ status: 'not-sent', answer: '', tries: 1 });
      expect(sent.failure?.code).toBe('bad-certificate');
      expect(sent.failure?.message).toContain(why);
      const before = tls === 'implicit' ? [] : ['EHLO [127.0.0.1]', 'STARTTLS'];
      expect(server.heard).toEqual([before]);
    }
  });

  test('not signed by itself, unless it is named as one to trust', async () => {
    const { makeCertificate } = await import('../../../support/make-certificate.ts');
    const certificate = makeCertificate({ name: 'mx', hosts: ['127.0.0.1'] });
    const server = await startRaw({}, { certificate });
    const sent = await send(settings(server));
    expect(sent.failure?.message).toContain('signed by nobody but itself');
    expect((await send(settings(server, { ca: certificate.cert }))).status).toBe('accepted');
  });

  test('but any, and a login in clear, when told to', async () => {
    const certificate = authority.issue(past);
    const server = await startRaw({}, { certificate });
    const sent = await send(settings(server, { insecure: true }));
    expect(sent.status).toBe('accepted');
    // Still STARTTLS or nothing.
    const stripped = await startRaw({ STARTTLS: '454 4.7.0 not now' });
    const refused = await send(settings(stripped, { insecure: true }));
    expect(refused.failure?.code).toBe('starttls-missing');
  });

  test.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'and says so when the authority to trust is none (%j)',
    async (ca) => {
      const server = await startRaw({});
      const sent = await send(settings(server, { ca }));
      expect(sent.failure?.code).toBe('unusable-authority');
      expect(server.heard).toEqual([]);
    },
  );

  test('speaking TLS at all', async () => {
    const server = await startRaw({});
    const sent = await send(settings(server, { tls: 'implicit' }));
    expect(sent.failure).toMatchObject({ code: 'tls-failed', permanent: true });
    expect(sent.failure?.hint).toContain('SMTP_TLS to starttls');
  });
});

describe('deliver logs in or sends nothing', () => {
  test.each([
    ['no login', '250-mx.example.org\n250 STARTTLS'],
    ['nothing at all', '250 mx.example.org'],
    ['only logins of another kind', '250-mx.example.org\n250-STARTTLS\n250 AUTH GSSAPI XOAUTH2'],
  ])('when there is %s', async (_name, EHLO) => {
    const server = await startRaw({ EHLO });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'not-sent', tries: 1 });
    expect(sent.failure?.code).toBe('auth-missing');
    expect(server.heard.flat().join()).not.toMatch(/AUTH|MAIL/);
  });

  test('by a server that knows only HELO, if it turns out to know a login', async () => {
    const server = await startRaw({ EHLO: '502 5.5.1 not implemented' }, { tls: 'implicit' });
    expect((await send(settings(server, { tls: 'implicit' }))).status).toBe('accepted');
    const other = await startRaw(
      { EHLO: '502 5.5.1 not implemented', AUTH: '502 5.5.1 not implemented' },
      { tls: 'implicit' },
    );
    const refused = await send(settings(other, { tls: 'implicit' }));
    expect(refused).toMatchObject({ status: 'not-sent', tries: 1 });
    expect(refused.failure?.code).toBe('auth-missing');
  });

  test('when the password is wrong', async () => {
    const server = await start({ auth: { ...AUTH, pass: 'another' } });
    const sent = await send(settings(server));
    expect(sent).toMatchObject({
      status: 'not-sent',
      answer: '535 5.7.8 Authentication credentials invalid',
      tries: 1,
    });
    expect(sent.failure?.code).toBe('auth-failed');
    expect(server.received).toEqual([]);
  });

  test('and repeats no password that the server repeats', async () => {
    const server = await startRaw({
      AUTH: (peer, line) => peer.send(`535-5.7.8 I do not know\r\n535 5.7.8 "${line}"\r\n`),
    });
    const sent = await send(settings(server));
    expect(sent.answer).toBe('535 5.7.8 I do not know "AUTH PLAIN [password]"');
  });

  test('again when the server can’t tell at the moment', async () => {
    const server = await startRaw((connection) =>
      connection === 1 ? { AUTH: '454 4.7.0 Temporary authentication failure' } : {},
    );
    const sent = await send(settings(server));
    expect(sent).toMatchObject({ status: 'accepted', tries: 2 });
  });

  test('and is told so by a server that wants a login', async () => {
    const server = await start({ auth: AUTH });
    const sent = await send(settings(server, { auth: null }));
    expect(sent).toMatchObject({ status: 'rejected', tries: 1 });
    expect(sent.failure?.code).toBe('auth-required');
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

describe('deliver shows an answer', () => {
  test('on one clean line', async () => {
    const server = await startRaw({
      RCPT: '550-5.1.1 The \u001b[31maccount\u001b[0m\n550-5.1.1 does\u0007 not\n550 5.1.1 exist',
    });
    const sent = await send(settings(server));
    expect(sent.answer).toBe('550 5.1.1 The \uFFFD[31maccount\uFFFD[0m does\uFFFD not exist');
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

/** Sends a piece again and again until the other side gives up. */
function flood(piece: string): (peer: Peer) => Promise<void> {
  return async (peer) => {
    peer.send(piece.repeat(Math.ceil(200_000 / piece.length)));
    await peer.gone;
  };
}

/** Sends a line and never the last one. */
function drip(line: string): (peer: Peer) => Promise<void> {
  return async (peer) => {
    peer.send(line);
    await peer.gone;
  };
}
