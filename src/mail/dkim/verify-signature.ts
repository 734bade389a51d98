import { createHash, verify, type KeyObject } from 'node:crypto';
import { chooseFields, parseMessage, relaxBody, relaxField } from './canonicalize.ts';

export type Verification =
  { readonly ok: true } | { readonly ok: false; /** What doesn't fit. */ readonly reason: string };

/**
 * Verifies the topmost DKIM-Signature of a message with a public key, as a receiver would with the
 * key from the DNS (RFC 6376 section 6.1): it reads what is signed from the signature itself. Only
 * for relaxed/relaxed and SHA-256, without a length limit.
 */
export function verifySignature(message: Uint8Array, publicKey: KeyObject): Verification {
  const { fields, body } = parseMessage(message);
  const field = fields.find(({ name }) => name === 'dkim-signature');
  if (field === undefined) return bad('there is no signature');
  const tags = readTags(field.raw.slice(field.raw.indexOf(':') + 1));
  if (tags === null) return bad('the signature is no list of tags');
  const wrong = checkTags(tags, publicKey);
  if (wrong !== null) return bad(wrong);
  if (digest(relaxBody(body)).toString('base64') !== valueOf(tags, 'bh')) {
    return bad('the body is not the one that was signed');
  }
  const names = valueOf(tags, 'h')
    .split(':')
    .filter((name) => name !== '');
  const rest = fields.filter((candidate) => candidate !== field);
  // The signature's own field is signed too, without its value and without a line end.
  const unsigned = relaxField({
    ...field,
    raw: field.raw.replace(/([;\s:]b[ \t\r\n]*=)[^;]*/, '$1'),
  });
  const signed = [...chooseFields(rest, names).map(relaxField), unsigned].join('\r\n');
  const data = Buffer.from(signed, 'latin1');
  const signature = Buffer.from(valueOf(tags, 'b'), 'base64');
  const right =
    publicKey.asymmetricKeyType === 'ed25519'
      ? verify(null, createHash('sha256').update(data).digest(), publicKey, signature)
      : verify('sha256', data, publicKey, signature);
  return right ? { ok: true } : bad('the signature is not of this header, or not of this key');
}

// --- internal ---

function bad(reason: string): Verification {
  return { ok: false, reason };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'latin1').digest();
}

/** Null when it is none, or names a tag twice (section 3.2). */
function readTags(list: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  for (const tag of list.replace(/;\s*$/, '').split(';')) {
    const [, name, value] = /^\s*([A-Za-z]\w*)\s*=(.*)$/s.exec(tag) ?? [];
    if (name === undefined || value === undefined || tags.has(name)) return null;
    tags.set(name, value.replace(/[ \t\r\n]+/g, ''));
  }
  return tags;
}

function valueOf(tags: ReadonlyMap<string, string>, name: string): string {
  return tags.get(name) ?? '';
}

function checkTags(tags: ReadonlyMap<string, string>, publicKey: KeyObject): string | null {
  const kind = publicKey.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa';
  if (valueOf(tags, 'v') !== '1') return 'it is of another version';
  if (valueOf(tags, 'a') !== `${kind}-sha256`) return 'the key is of another kind';
  if (valueOf(tags, 'c') !== 'relaxed/relaxed') return 'it is of another canonical form';
  if (tags.has('l')) return 'only a part of the body is signed';
  const missing = ['b', 'bh', 'd', 's', 'h'].find((name) => valueOf(tags, name) === '');
  if (missing !== undefined) return `the tag ${missing} is missing`;
  const names = valueOf(tags, 'h').toLowerCase().split(':');
  return names.includes('from') ? null : 'the field From is not signed';
}
