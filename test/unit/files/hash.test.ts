import { expect, test } from 'vitest';
import { hash16, hash8, sha256 } from '../../../src/files/hash.ts';

test('sha256 is the hash of the standard, of bytes and of a text as UTF-8', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256('abc')).toBe(abc);
  expect(sha256(new Uint8Array([97, 98, 99]))).toBe(abc);
  expect(sha256('ü')).toBe(sha256(Buffer.from('ü', 'utf8')));
});

test('hash8 and hash16 are its beginnings', () => {
  expect(hash8('abc')).toBe('ba7816bf');
  expect(hash16('abc')).toBe('ba7816bf8f01cfea');
});
