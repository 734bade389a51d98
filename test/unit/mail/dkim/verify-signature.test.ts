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
import { makeDkimKey, verifyDkim } from '../../../support/verify-dkim.ts';

function change(message: Uint8Array, pattern: RegExp | string, replacement: string): Uint8Array {
  const changed = asText(message).replace(pattern, replacement);
  expect(changed).not.toBe(asText(message));
  return Buffer.from(changed, 'latin1');
}

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
