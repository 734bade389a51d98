import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signMessage } from '../../../../src/mail/dkim/sign-message.ts';
import { verifySignature } from '../../../../src/mail/dkim/verify-signature.ts';
import {
  asText,
  compose,
  FULL,
  NAME,
  publicHalf,
  rsa,
  SETTINGS,
} from '../../../support/unsigned-message.ts';
import { verifyDkim } from '../../../support/verify-dkim.ts';

function signatureOf(message: Uint8Array): string {
  return /^DKIM-Signature: (.*?)\r\n(?![ \t])/s.exec(asText(message))?.[1] ?? '';
}

function signedNames(message: Uint8Array): string[] {
  const list = /\bh=([^;]*)/.exec(signatureOf(message))?.[1] ?? '';
  return list.replace(/\s/g, '').split(':');
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
