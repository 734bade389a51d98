import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/diagnostics/user-error.ts';
import { signMessage } from '../../../../src/mail/dkim/sign-message.ts';
import { compose, publicHalf, rsa, SETTINGS } from '../../../support/unsigned-message.ts';

describe('signMessage refuses', () => {
  const sound = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pemOf = (type: 'ec' | 'rsa-pss' | 'small' | 'encrypted' | 'public'): string => {
    const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
    switch (type) {
      case 'ec': {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        return privateKey.export(pkcs8).toString();
      }
      case 'rsa-pss': {
        const { privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 1024 });
        return privateKey.export(pkcs8).toString();
      }
      case 'small': {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 768 });
        return privateKey.export(pkcs8).toString();
      }
      case 'encrypted': {
        const cipher = { cipher: 'aes-256-cbc', passphrase: 'hush' };
        return sound.privateKey.export({ ...pkcs8, ...cipher }).toString();
      }
      case 'public':
        return publicHalf(rsa.privateKey).export({ type: 'spki', format: 'pem' }).toString();
    }
  };

  test.each([
    ['a public key', pemOf('public'), 'public half'],
    ['an encrypted key', pemOf('encrypted'), 'passphrase'],
    [
      'a key encrypted in the older form',
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----',
      'passphrase',
    ],
    ['a key that is too short', pemOf('small'), '768 bits'],
    ['an elliptic curve that DKIM has not', pemOf('ec'), 'kind ec'],
    ['RSA-PSS', pemOf('rsa-pss'), 'kind rsa-pss'],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'certificate',
    ],
    ['a key of OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END', 'OpenSSH'],
    ['a damaged key', rsa.privateKey.replace(/\n[^-]{300}/, '\n'), 'damaged'],
    ['no key', 'hello', 'no key in PEM'],
    ['nothing', '', 'no key in PEM'],
  ])('%s, with what to do', async (_name, privateKey, why) => {
    const error = await refusalOf({ ...SETTINGS, privateKey });
    expect(error.message).toContain(why);
    const [, secret = 'nothing'] = /\n([A-Za-z0-9+/]{20})/.exec(privateKey) ?? [];
    expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toContain(secret);
  });

  test.each(['', 'a b', 'a;l=1', 'a\r\nX: y', 'a..b', '-a.example', `${'a'.repeat(64)}.example`])(
    'the domain or selector %j',
    async (name) => {
      expect((await refusalOf({ ...SETTINGS, domain: name })).message).toContain('DKIM_DOMAIN');
      expect((await refusalOf({ ...SETTINGS, selector: name })).message).toContain('DKIM_SELECTOR');
    },
  );

  test('a key whose halves do not fit, by verifying what it signed', async () => {
    const [one, other] = [0, 1].map(() => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
      return privateKey.export({ format: 'jwk' });
    });
    const mixed = { ...one, ...(other?.n === undefined ? {} : { n: other.n }) };
    const pem = createPrivateKey({ key: mixed, format: 'jwk' }).export({
      type: 'pkcs8',
      format: 'pem',
    });
    const error = await refusalOf({ ...SETTINGS, privateKey: pem.toString() });
    expect(error.message).toContain('does not verify');
  });

  async function refusalOf(settings: typeof SETTINGS): Promise<UserError> {
    const outcome = await signMessage(await compose(), settings).catch((error: unknown) => error);
    if (!(outcome instanceof UserError)) throw new Error('It was not refused.');
    expect(outcome.code).toBe('unusable-dkim-key');
    expect(outcome.hint).toBeTruthy();
    return outcome;
  }
});
