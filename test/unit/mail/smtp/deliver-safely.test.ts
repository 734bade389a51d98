import { describe, expect, test } from 'vitest';
import {
  closeServers,
  AUTH,
  send,
  settings,
  start,
  startRaw,
} from '../../../support/deliver-message.ts';
import { makeAuthority } from '../../../support/test-authority.ts';

closeServers();

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
