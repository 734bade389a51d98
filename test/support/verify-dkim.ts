import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';

/** A key for DKIM and the DNS record that tells of it. */
export interface TestDkimKey {
  /** PEM. */
  readonly privateKey: string;
  readonly record: string;
}

/** Makes an RSA key as receivers want it. */
export function makeDkimKey(): TestDkimKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=rsa; p=${der.toString('base64')}`,
  };
}

/**
 * What a receiver says of a message's signatures, such as `pass`, by mailauth: an implementation
 * that has nothing in common with ours. Its DNS has one record, at `name`.
 */
export async function verifyDkim(
  message: Uint8Array,
  name: string,
  record: string,
): Promise<readonly string[]> {
  const { results } = await dkimVerify(Buffer.from(message), {
    resolver: (asked, type) =>
      asked === name && type === 'TXT'
        ? Promise.resolve([[record]])
        : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
  });
  return results.map(({ status }) => status.result);
}

/** The lines of a key by which it would be known wherever it stood. */
export function linesOf(pem: string): readonly string[] {
  return pem.split('\n').filter((line) => line.length > 40);
}
