import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text as UTF-8, in 64 lowercase hex digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The first 16 hex digits of the SHA-256: names one content among many. */
export function hash16(content: Uint8Array | string): string {
  return sha256(content).slice(0, 16);
}

/** The first 8 hex digits of the SHA-256: tells two versions of one file apart. */
export function hash8(content: Uint8Array | string): string {
  return sha256(content).slice(0, 8);
}
