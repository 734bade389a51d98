import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import { readSmtpSettings } from '../../../src/post/smtp-settings.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';
import { makeAuthority } from '../../support/test-authority.ts';

const read = (environment: Record<string, string>, root = '/nowhere') =>
  readSmtpSettings(workspaceAt(root), environment);

async function refusal(environment: Record<string, string>, root?: string): Promise<UserError> {
  const error: unknown = await read(environment, root).then(
    (server) => server,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error(`Taken: ${JSON.stringify(error)}`);
  return error;
}

describe('the mail server of the settings', () => {
  it('is none when nothing is set, or only blanks are', async () => {
    expect(await read({ PATH: '/bin', EMAIL: 'a@example.com' })).toBeNull();
    expect(await read({ SMTP_HOST: '', SMTP_USER: ' ', SMTP_URL: '' })).toBeNull();
  });

  it('is the one of SMTP_HOST, with what belongs to it', async () => {
    const server = await read({
      SMTP_HOST: 'smtp.example.com',
      SMTP_USER: 'ada',
      SMTP_PASS: ' p@ss w:rd ',
    });
    expect(server).toEqual({
      host: 'smtp.example.com',
      port: 587,
      tls: 'starttls',
      auth: { user: 'ada', pass: ' p@ss w:rd ' },
      ca: null,
      insecure: false,
    });
  });

  it.each([
    [{ SMTP_PORT: '465' }, 465, 'implicit'],
    [{ SMTP_PORT: '587' }, 587, 'starttls'],
    [{ SMTP_PORT: '2525' }, 2525, 'starttls'],
    [{ SMTP_PORT: '25' }, 25, 'starttls'],
    [{ SMTP_TLS: 'implicit' }, 465, 'implicit'],
    [{ SMTP_TLS: 'STARTTLS' }, 587, 'starttls'],
    [{ SMTP_TLS: 'implicit', SMTP_PORT: '2465' }, 2465, 'implicit'],
    [{ SMTP_TLS: 'starttls', SMTP_PORT: '465' }, 465, 'starttls'],
  ])('has port and TLS by %j', async (settings, port, tls) => {
    expect(await read({ SMTP_HOST: 'smtp.example.com', ...settings })).toMatchObject({ port, tls });
  });

  it.each([
    [
      'smtp://mail.example.com',
      { host: 'mail.example.com', port: 587, tls: 'starttls', auth: null },
    ],
    ['smtps://mail.example.com/', { port: 465, tls: 'implicit' }],
    ['smtps://mail.example.com:4650', { port: 4650, tls: 'implicit' }],
    ['smtp://mail.example.com:465', { port: 465, tls: 'implicit' }],
    [
      'smtp://ada%40example.com:p%40ss%2F%3A%23%25@mail.example.com:2525',
      { port: 2525, auth: { user: 'ada@example.com', pass: 'p@ss/:#%' } },
    ],
    ['SMTP://user:%E2%82%AC@mail.example.com', { auth: { user: 'user', pass: '€' } }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025 }],
    ['smtp://bücher.example', { host: 'xn--bcher-kva.example' }],
  ])('is taken from the URL %s', async (url, expected) => {
    expect(await read({ SMTP_URL: url })).toMatchObject(expected);
  });

  it.each(['localhost', 'mail.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])(
    'may do without TLS at %s, which is this machine, but not with a login',
    async (host) => {
      const settings = { SMTP_HOST: host, SMTP_PORT: '1025', SMTP_TLS: 'none' };
      expect(await read(settings)).toMatchObject({ tls: 'none', port: 1025, insecure: false });
      const { message } = await refusal({ ...settings, SMTP_USER: 'u', SMTP_PASS: 'p' });
      expect(message).toContain('password would travel unencrypted');
    },
  );

  it.each(['mail.example.com', 'localhost.example.com', '128.0.0.1', '10.0.0.1', '2001:db8::1'])(
    'may not do without TLS at %s, unless SMTP_INSECURE says so',
    async (host) => {
      const settings = { SMTP_HOST: host, SMTP_TLS: 'none' };
      expect((await refusal(settings)).hint).toContain('SMTP_INSECURE=1');
      const insecure = { ...settings, SMTP_INSECURE: '1', SMTP_USER: 'u', SMTP_PASS: 'p' };
      expect(await read(insecure)).toMatchObject({ tls: 'none', port: 25, insecure: true });
    },
  );

  it('trusts the authorities of SMTP_CA, whose path starts at the workspace', async () => {
    const root = await makeTempFolder();
    const { ca } = makeAuthority();
    await writeFile(join(root, 'ca.pem'), `Comments stand here.\n${ca}\n${ca}`);
    const server = await read({ SMTP_HOST: 'a.example', SMTP_CA: 'ca.pem' }, root);
    expect(server?.ca?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(server?.ca).not.toContain('Comments');
    const absolute = await read({ SMTP_HOST: 'a.example', SMTP_CA: join(root, 'ca.pem') });
    expect(absolute?.ca).toBe(server?.ca);
  });

  it('refuses an SMTP_CA that is absent, empty or damaged', async () => {
    const root = await makeTempFolder();
    const { ca } = makeAuthority();
    await writeFile(join(root, 'empty.pem'), '');
    await writeFile(join(root, 'cut.pem'), ca.replace(/.{200}(?=\n-----END)/s, ''));
    for (const file of ['missing.pem', 'empty.pem', 'cut.pem', '.']) {
      const error = await refusal({ SMTP_HOST: 'a.example', SMTP_CA: file }, root);
      expect(error.message).toContain('SMTP_CA');
    }
  });
});

describe('wrong settings of the mail server', () => {
  const secret = 'hunter2-s3cret';

  it.each<[Record<string, string>, RegExp]>([
    [{ SMTP_HOST: 'a.example', SMTP_USER: 'ada' }, /SMTP_USER is set, but SMTP_PASS is not/],
    [{ SMTP_HOST: 'a.example', SMTP_PASS: secret }, /SMTP_PASS is set, but SMTP_USER is not/],
    [
      { SMTP_USER: 'ada', SMTP_PASS: secret },
      /SMTP_USER, SMTP_PASS are set, but neither SMTP_HOST/,
    ],
    [{ SMTP_PORT: '587' }, /SMTP_PORT is set, but neither/],
    [{ SMTP_INSECURE: '1' }, /SMTP_INSECURE is set, but neither/],
    [
      { SMTP_URL: `smtp://u:${secret}@a.example`, SMTP_HOST: 'b.example' },
      /SMTP_URL and SMTP_HOST/,
    ],
    [
      { SMTP_URL: 'smtp://a.example', SMTP_USER: 'u', SMTP_PASS: secret },
      /SMTP_USER, SMTP_PASS are both/,
    ],
    [{ SMTP_URL: `http://u:${secret}@a.example` }, /SMTP_URL does not start with/],
    [{ SMTP_URL: `a.example` }, /SMTP_URL does not start with/],
    [{ SMTP_URL: `smtp://u:${secret}` }, /SMTP_URL is not complete/],
    [{ SMTP_URL: `smtp://u:${secret}/x@a.example` }, /SMTP_URL is not complete/],
    [{ SMTP_URL: `smtp://u:12/${secret}@a.example` }, /SMTP_URL has something after/],
    [{ SMTP_URL: `smtp://u:12?${secret}@a.example` }, /SMTP_URL has something after/],
    [{ SMTP_URL: `smtp://u:12#${secret}@a.example` }, /SMTP_URL has something after/],
    [{ SMTP_URL: `smtp://a.example?tls.rejectUnauthorized=false` }, /SMTP_URL has something after/],
    [{ SMTP_URL: `smtp://u:${secret}%zz@a.example` }, /SMTP_URL holds a %/],
    [{ SMTP_URL: `smtp://u@a.example` }, /SMTP_URL has a user but no password/],
    [{ SMTP_URL: `smtp://:${secret}@a.example` }, /SMTP_URL has a password but no user/],
    [{ SMTP_URL: `smtp://u:${secret}%0d%0aQUIT@a.example` }, /SMTP_URL holds a line break/],
    [{ SMTP_URL: `smtp://u:${secret}%00@a.example` }, /SMTP_URL holds a line break/],
    [{ SMTP_URL: `smtp://u:${secret} x@a.example` }, /SMTP_URL holds a space/],
    [{ SMTP_URL: `smtp://u:${secret}@a.example:99999` }, /SMTP_URL is not complete/],
    [{ SMTP_URL: `smtp://u:${secret}@` }, /SMTP_URL is not complete|SMTP_URL names no host/],
    [{ SMTP_URL: `smtps://a.example`, SMTP_TLS: 'none' }, /SMTP_URL asks for TLS/],
    [{ SMTP_URL: `smtps://a.example`, SMTP_TLS: 'starttls' }, /SMTP_URL asks for TLS/],
    [{ SMTP_HOST: 'smtp://a.example' }, /SMTP_HOST names no host/],
    [{ SMTP_HOST: 'a.example:587' }, /SMTP_HOST names no host/],
    [{ SMTP_HOST: 'a b' }, /SMTP_HOST names no host/],
    [{ SMTP_HOST: 'a\r\nb' }, /SMTP_HOST names no host/],
    [{ SMTP_HOST: '-oProxy' }, /SMTP_HOST names no host/],
    [{ SMTP_HOST: 'a.example', SMTP_PORT: '0' }, /SMTP_PORT is no port/],
    [{ SMTP_HOST: 'a.example', SMTP_PORT: '65536' }, /SMTP_PORT is no port/],
    [{ SMTP_HOST: 'a.example', SMTP_PORT: '0x19' }, /SMTP_PORT is no port/],
    [{ SMTP_HOST: 'a.example', SMTP_PORT: '587 ' + 'x' }, /SMTP_PORT is no port/],
    [{ SMTP_HOST: 'a.example', SMTP_TLS: 'ssl' }, /SMTP_TLS is none of/],
    [{ SMTP_HOST: 'a.example', SMTP_INSECURE: 'true' }, /SMTP_INSECURE is neither/],
    [{ SMTP_HOST: 'a.example', SMTP_USER: 'a\u0000b', SMTP_PASS: secret }, /SMTP_USER holds/],
    [{ SMTP_HOST: 'a.example', SMTP_USER: 'a', SMTP_PASS: `${secret}\n` }, /SMTP_PASS holds/],
  ])('are named, and no value of them is: %j', async (settings, expected) => {
    const { code, message, hint = '' } = await refusal(settings);
    expect(code).toBe('invalid-mail-setting');
    expect(message).toMatch(expected);
    expect(hint).not.toBe('');
    expect(message + hint).not.toContain(secret);
    expect(message + hint).not.toMatch(/s3cret|hunter/);
  });
});
