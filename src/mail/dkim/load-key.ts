import { createPrivateKey, type KeyObject } from 'node:crypto';
import { UserError } from '../../diagnostics/user-error.ts';

export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';
}

/**
 * Reads a private key for DKIM: PEM, PKCS #1 or #8; RSA of at least 1024 bits (RFC 8301) or Ed25519
 * (RFC 8463). Throws a `UserError` `unusable-dkim-key` for anything else.
 */
export function loadKey(pem: string): SigningKey {
  const key = readKey(pem);
  const type = key.asymmetricKeyType;
  if (type === 'ed25519') return { key, algorithm: 'ed25519-sha256' };
  if (type !== 'rsa') {
    throw unusableKey(
      `It is a key of the kind ${type ?? 'unknown'}, which DKIM doesn't have.`,
      MAKE,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 1024) {
    throw unusableKey(`It has ${bits} bits, and mail servers take none under 1024.`, MAKE);
  }
  return { key, algorithm: 'rsa-sha256' };
}

/** Says why a DKIM key, or what belongs to it, can't be used; nothing of the key is in it. */
export function unusableKey(why: string, hint: string): UserError {
  return new UserError(
    'unusable-dkim-key',
    `The message can't be signed with the DKIM key. ${why}`,
    hint,
  );
}

// --- internal ---

const MAKE =
  'Make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem';

function readKey(pem: string): KeyObject {
  const kind = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? null;
  if (kind === null) {
    throw unusableKey('It is no key in PEM: there is no line -----BEGIN PRIVATE KEY-----.', MAKE);
  }
  if (kind.endsWith('PUBLIC KEY')) {
    throw unusableKey(
      'It is the public half, which belongs into the DNS.',
      'Let DKIM_KEY_FILE name the file with the private half.',
    );
  }
  if (kind === 'OPENSSH PRIVATE KEY') {
    throw unusableKey('It is in the form of OpenSSH.', MAKE);
  }
  if (kind.startsWith('ENCRYPTED') || /^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw unusableKey(
      'It is protected by a passphrase.',
      'Write it without one: openssl pkey -in KEY -out dkim.pem, and keep that file to yourself.',
    );
  }
  if (!kind.endsWith('PRIVATE KEY')) {
    throw unusableKey(`It is no private key but a ${kind.toLowerCase()}.`, MAKE);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    // The error may hold pieces of the key.
    throw unusableKey('It is damaged, or of a kind that is not known here.', MAKE);
  }
}
