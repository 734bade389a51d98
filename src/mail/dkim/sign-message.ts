import { createHash, createPublicKey, sign } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { chooseFields, parseMessage, relaxBody, relaxField } from './canonicalize.ts';
import type { HeaderField } from './canonicalize.ts';
import { loadKey, unusableKey, type SigningKey } from './load-key.ts';
import { verifySignature } from './verify-signature.ts';

/** What a domain signs its mail with; the public half is at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * Puts a DKIM-Signature (RFC 6376, relaxed/relaxed) before a message and verifies the outcome with
 * the public half. All header fields are signed; From, Subject and others once more than they are
 * there, so that none can be added. The same message and key give the same bytes.
 *
 * Signed here and not by nodemailer, whose signer leaves out List-Unsubscribe-Post, can't guard
 * against added fields and goes on unsigned with a key that it can't use.
 *
 * Throws a `UserError` `unusable-dkim-key` when it can't be done: there is no unsigned way on.
 */
export function signMessage(message: Uint8Array, settings: DkimKey): Promise<Uint8Array> {
  return Promise.resolve().then(() => signNow(message, settings));
}

// --- internal ---

function signNow(message: Uint8Array, settings: DkimKey): Uint8Array {
  const { key, algorithm } = loadKey(settings.privateKey);
  const { fields, body } = parseMessage(message);
  const names = namesToSign(fields);
  const unsigned = writeHeader([
    'v=1',
    `a=${algorithm}`,
    'c=relaxed/relaxed',
    `d=${checkName(settings.domain, 'DKIM_DOMAIN')}`,
    `s=${checkName(settings.selector, 'DKIM_SELECTOR')}`,
    `bh=${createHash('sha256').update(relaxBody(body), 'latin1').digest('base64')}`,
    foldNames(names),
    'b=',
  ]);
  const own = relaxField({ name: 'dkim-signature', raw: unsigned });
  const signed = [...chooseFields(fields, names).map(relaxField), own].join('\r\n');
  const signature = signData(Buffer.from(signed, 'latin1'), { key, algorithm });
  const header = `${unsigned}${signature.replace(/.{72}(?=.)/g, '$&\r\n ')}\r\n`;
  const result = Buffer.concat([Buffer.from(header, 'latin1'), message]);
  const verification = verifySignature(result, createPublicKey(key));
  if (!verification.ok) {
    throw unusableKey(`Its signature does not verify: ${verification.reason}.`, ANOTHER);
  }
  return result;
}

const ANOTHER = 'Its file may be damaged: make a new key, and put its public half into the DNS.';

/** Fields that servers add, or that are gone on arrival. */
const NEVER: ReadonlySet<string> = new Set([
  '',
  'authentication-results',
  'bcc',
  'dkim-signature',
  'received',
  'return-path',
]);

/** Signed once more than they are there: another one of them would change what a reader sees. */
const GUARDED = ['from', 'to', 'cc', 'subject', 'date', 'reply-to', 'content-type'];

function namesToSign(fields: readonly HeaderField[]): readonly string[] {
  const there = fields.map(({ name }) => name).filter((name) => !NEVER.has(name));
  return [...there, ...GUARDED];
}

function signData(data: Buffer, { key, algorithm }: SigningKey): string {
  try {
    return algorithm === 'ed25519-sha256'
      ? sign(null, createHash('sha256').update(data).digest(), key).toString('base64')
      : sign('sha256', data, key).toString('base64');
  } catch {
    throw unusableKey('Nothing can be signed with it.', ANOTHER);
  }
}

/** A name for the DNS, in ASCII; nothing that could end its tag or its line. */
function checkName(name: string, setting: string): string {
  // Of a mere number the conversion would make an IP address.
  const ascii = (/[^\0-\x7f]/.test(name) ? domainToASCII(name) : name).toLowerCase();
  const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
  if (
    ascii.length > 0 &&
    ascii.length <= 253 &&
    ascii.split('.').every((part) => label.test(part))
  ) {
    return ascii;
  }
  throw unusableKey(
    `${setting} is ${JSON.stringify(name)}, which is no name in the DNS.`,
    `Set ${setting} to a name like ${setting === 'DKIM_DOMAIN' ? 'example.com' : 'mail2026'}.`,
  );
}

/** One tag a line; the value of the last is written after it. */
function writeHeader(tags: readonly string[]): string {
  return `DKIM-Signature: ${tags.join(';\r\n ')}`;
}

/** The names in lines of at most 76. */
function foldNames(names: readonly string[]): string {
  const lines: string[] = [];
  let line = 'h=';
  names.forEach((name, index) => {
    const next = index === names.length - 1 ? name : `${name}:`;
    if (line.length + next.length > 74 && line !== 'h=') {
      lines.push(line);
      line = '';
    }
    line += next;
  });
  return [...lines, line].join('\r\n ');
}
