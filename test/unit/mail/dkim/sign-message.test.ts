import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/diagnostics/user-error.ts';
import { composeMessage } from '../../../../src/mail/compose-message.ts';
import { signMessage } from '../../../../src/mail/dkim/sign-message.ts';
import { verifySignature } from '../../../../src/mail/dkim/verify-signature.ts';
import { listHeaders } from '../../../../src/mail/message-headers.ts';
import type { MessageInput } from '../../../../src/mail/message-input.ts';
import { makePng } from '../../../support/make-image.ts';
import { makeDkimKey, verifyDkim } from '../../../support/verify-dkim.ts';

const rsa = makeDkimKey();
const SETTINGS = { domain: 'example.com', selector: 's1', privateKey: rsa.privateKey };
const NAME = 's1._domainkey.example.com';

const BASE: MessageInput = {
  from: { name: 'Ada Lovelace', address: 'ada@example.com' },
  to: [{ address: 'charles@example.org' }],
  subject: 'The first issue',
  date: new Date('2026-11-01T00:00:00Z'),
  messageId: 'one@example.com',
  headers: [],
  text: 'Hello\n\n-- \nAda\n',
  html: '<!doctype html><p>Grüße</p>',
  images: [],
  boundarySeed: 'the content',
};

/** A message with all that one can have. */
const FULL: Partial<MessageInput> = {
  from: { name: 'Zoë „Z“ Çelik-Þorsteinsdóttir von und zu Überlingen', address: 'z@example.com' },
  to: ['a', 'b', 'c', 'd'].map((name) => ({
    name: name.repeat(20),
    address: `${name}@example.org`,
  })),
  replyTo: { name: 'Réponse', address: 'reply@example.com' },
  subject:
    '🔥 Grüße aus Łódź: everything that is new, in one long line that has to be folded twice',
  headers: [
    ...listHeaders({
      listId: 'letter.example.com',
      archiveUrl: 'https://example.com/archive',
      unsubscribeUrl: `https://example.com/u?${'x=1&'.repeat(40)}`,
      unsubscribeMailto: 'leave@example.com',
    }),
    { name: 'Feedback-ID', value: '2026-11:letter:galley' },
    { name: 'X-Galley-Issue', value: '2026-11' },
  ],
  text: 'tabs\t\tand   spaces  \n\n\n\n.dot\nFrom here\n\n\n',
  images: [0, 1].map((index) => ({
    cid: `000000000000000${index}@example.com`,
    filename: `Bild-ä-${index}.png`,
    type: 'image/png',
    bytes: makePng(20 + index, 20),
  })),
};

async function compose(changes: Partial<MessageInput> = {}): Promise<Uint8Array> {
  return composeMessage({ ...BASE, ...changes });
}

function publicHalf(pem: string): KeyObject {
  return createPublicKey(pem);
}

function asText(message: Uint8Array): string {
  return Buffer.from(message).toString('latin1');
}

function signatureOf(message: Uint8Array): string {
  return /^DKIM-Signature: (.*?)\r\n(?![ \t])/s.exec(asText(message))?.[1] ?? '';
}

function signedNames(message: Uint8Array): string[] {
  const list = /\bh=([^;]*)/.exec(signatureOf(message))?.[1] ?? '';
  return list.replace(/\s/g, '').split(':');
}

function change(message: Uint8Array, pattern: RegExp | string, replacement: string): Uint8Array {
  const changed = asText(message).replace(pattern, replacement);
  expect(changed).not.toBe(asText(message));
  return Buffer.from(changed, 'latin1');
}

describe('signMessage', () => {
  test.each([
    ['a plain message', {}],
    ['a message with folded headers, other scripts and pictures', FULL],
    ['an empty text', { text: '' }],
  ])('signs %s so that another implementation agrees', async (_name, changes) => {
    const message = await compose(changes);
    const signed = await signMessage(message, SETTINGS);
    expect(await verifyDkim(signed, NAME, rsa.record)).toEqual(['pass']);
  });

  test('puts the signature first and leaves the message as it was', async () => {
    const message = await compose(FULL);
    const signed = asText(await signMessage(message, SETTINGS));
    expect(signed.startsWith('DKIM-Signature: v=1;\r\n a=rsa-sha256;\r\n c=relaxed/relaxed;')).toBe(
      true,
    );
    expect(signed.endsWith(`\r\n${asText(message)}`)).toBe(true);
    for (const line of signatureOf(Buffer.from(signed, 'latin1')).split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(76);
    }
  });

  test('gives the same bytes for the same message', async () => {
    const message = await compose(FULL);
    const [one, two] = await Promise.all([
      signMessage(message, SETTINGS),
      signMessage(message, SETTINGS),
    ]);
    expect(Buffer.from(one).equals(two)).toBe(true);
  });

  test('covers every header, and guards those that a reader sees against a second one', async () => {
    const names = signedNames(await signMessage(await compose(FULL), SETTINGS));
    for (const name of [
      'from',
      'to',
      'reply-to',
      'subject',
      'date',
      'message-id',
      'mime-version',
      'content-type',
      'list-id',
      'list-archive',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'feedback-id',
      'x-galley-issue',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name === 'from')).toHaveLength(2);
    expect(names.filter((name) => name === 'subject')).toHaveLength(2);
  });

  test('signs with Ed25519 too', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const signed = await signMessage(await compose(FULL), { ...SETTINGS, privateKey: pem });
    expect(signatureOf(signed)).toContain('a=ed25519-sha256;');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    expect(await verifyDkim(signed, NAME, `v=DKIM1; k=ed25519; p=${raw}`)).toEqual(['pass']);
  });

  test('takes a key in the older form, PKCS #1', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(pem).toContain('BEGIN RSA PRIVATE KEY');
    const signed = await signMessage(await compose(), { ...SETTINGS, privateKey: pem });
    expect(verifySignature(signed, publicHalf(pem))).toEqual({ ok: true });
  });

  test('writes an international domain in ASCII, and takes a selector of digits as it is', async () => {
    const signed = await signMessage(await compose(), {
      ...SETTINGS,
      domain: 'Bücher.example',
      selector: '20261101',
    });
    expect(signatureOf(signed)).toContain('d=xn--bcher-kva.example;\r\n s=20261101;');
  });

  test('agrees with the other implementation on any text', async () => {
    const space = fc.constantFrom(' ', '\t', '\n', '\r\n', '.', 'a', 'ä', '=', '\u00a0', '  ');
    const text = fc.oneof(
      fc.string(),
      fc.array(space, { maxLength: 40 }).map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (body, word) => {
        const subject = `The ${word.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')} issue`;
        const message = await compose({ text: body, html: `<p>${body}</p>`, subject });
        const signed = await signMessage(message, SETTINGS);
        expect(await verifyDkim(signed, NAME, rsa.record)).toEqual(['pass']);
      }),
      { numRuns: 60 },
    );
  });

  test('agrees with it on bodies and headers that only others write', async () => {
    const bodies = [
      '',
      '\r\n',
      '\r\n\r\n',
      ' \r\n',
      'a',
      'a \t b \r\n\t\r\n\r\n',
      '\r\n\r\na\r\n \r\n',
    ];
    for (const body of bodies) {
      const head = 'From:ada@example.com\r\nSubject : a\t \r\n\t b  \r\nX-Two: 1\r\nX-Two: 2';
      const signed = await signMessage(Buffer.from(`${head}\r\n\r\n${body}`), SETTINGS);
      expect(await verifyDkim(signed, NAME, rsa.record)).toEqual(['pass']);
    }
  });
});

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

describe('verifySignature', () => {
  const key = publicHalf(rsa.privateKey);

  test('accepts what arrives with trace headers and other folds', async () => {
    const signed = await signMessage(await compose(FULL), SETTINGS);
    const traced = Buffer.concat([Buffer.from('Received: from a\r\n\tby b\r\n'), signed]);
    expect(verifySignature(traced, key)).toEqual({ ok: true });
    expect(verifySignature(change(traced, 'Subject: ', 'Subject:  '), key)).toEqual({ ok: true });
  });

  test.each([
    ['another subject', /\r\nSubject: The/, '\r\nSubject: A'],
    ['a second subject', /\r\nSubject: /, '\r\nSubject: Win!\r\nSubject: '],
    ['a second sender', /\r\nFrom: /, '\r\nFrom: eve@example.net\r\nFrom: '],
    ['an added Cc', /\r\nFrom: /, '\r\nCc: eve@example.net\r\nFrom: '],
    ['another body', 'Hello', 'Hallo'],
    ['more body', /$/, 'More\r\n'],
    ['another domain', 'd=example.com', 'd=example.net'],
    ['a cut list of headers', 'h=', 'h=from:'],
    ['an emptied signature', /b=[A-Za-z0-9+/].*?\r\n(?! )/s, 'b=\r\n'],
    ['a tag twice', 'v=1;', 'v=1; v=1;'],
    ['another version', 'v=1;', 'v=2;'],
    ['a length', 'v=1;', 'v=1; l=0;'],
    ['another form', 'c=relaxed/relaxed', 'c=simple/relaxed'],
    ['another algorithm', 'a=rsa-sha256', 'a=rsa-sha1'],
    ['a list without From', /\bh=[^;]*/, 'h=subject'],
    ['no signature', 'DKIM-Signature', 'X-Signature'],
  ])('refuses %s, as the other implementation does', async (_name, pattern, replacement) => {
    const signed = await signMessage(await compose(), SETTINGS);
    const changed = change(signed, pattern, replacement);
    const verification = verifySignature(changed, key);
    expect(verification.ok).toBe(false);
    const others = await verifyDkim(changed, NAME, rsa.record);
    // It goes on where a tag is there twice, and where only a part is signed.
    if (!['v=1; v=1;', 'v=1; l=0;'].includes(replacement)) expect(others).not.toContain('pass');
  });

  test('refuses a key that is not the other half', async () => {
    const signed = await signMessage(await compose(), SETTINGS);
    expect(verifySignature(signed, publicHalf(makeDkimKey().privateKey)).ok).toBe(false);
  });
});
