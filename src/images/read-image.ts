import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { sha256 } from '../files/hash.ts';
import { describeOtherType, detectImageType, type ImageType } from './detect-image-type.ts';
import { measureImage } from './measure-image.ts';

/** An image that mail clients show, with the bytes that the message will carry. */
export interface ImageFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** From the content, not from the name. */
  readonly type: ImageType;
  readonly extension: 'png' | 'jpg' | 'gif';
  /** In pixels, as shown: a photo taken upright is higher than wide. */
  readonly width: number;
  readonly height: number;
  /** The first hex digits of the SHA-256 of the bytes: for file names. */
  readonly hash8: string;
  /** The same, longer: for content ids. */
  readonly hash16: string;
}

/** Why a file can't be an image of a mail. */
export type ImageRefusal =
  | 'missing'
  | 'unreadable'
  | 'not-a-file'
  | 'empty'
  | 'too-large'
  | 'unsupported'
  | 'damaged'
  | 'no-pixels'
  | 'too-many-pixels'
  | 'tracking-pixel';

export interface RefusedImage {
  readonly ok: false;
  readonly reason: ImageRefusal;
  readonly message: string;
  readonly hint: string;
}

export type ImageResult = { readonly ok: true; readonly image: ImageFile } | RefusedImage;

/**
 * Reads an image once, and refuses what mail clients don't show, what is damaged and what no letter
 * needs: over 10 MB, over 50 million pixels, over 50,000 pixels on a side, or a single one.
 */
export async function readImage(file: string): Promise<ImageResult> {
  const name = basename(file);
  const bytes = await readBytes(file, name);
  if ('reason' in bytes) return bytes;
  const type = detectImageType(bytes);
  if (type === null) return refuseType(name, bytes);
  const size = measureImage(bytes, type);
  if (size === null) {
    return refuse(
      'damaged',
      `The image "${name}" is damaged or was cut short.`,
      'Export or download it again.',
    );
  }
  const refusal = refuseSize(name, size.width, size.height);
  if (refusal !== null) return refusal;
  const hash = sha256(bytes);
  const hashes = { hash8: hash.slice(0, 8), hash16: hash.slice(0, 16) };
  return {
    ok: true,
    image: { file, bytes, type, extension: EXTENSIONS[type], ...size, ...hashes },
  };
}

// --- internal ---

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 50_000;
const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;

async function readBytes(file: string, name: string): Promise<Uint8Array | RefusedImage> {
  try {
    // Before reading: a pipe would keep us waiting, a disk image would fill the memory.
    const stats = await stat(file);
    if (!stats.isFile()) {
      return refuse(
        'not-a-file',
        `The image "${name}" is not a file.`,
        'Name the image file itself.',
      );
    }
    const bytes = stats.size > MAX_BYTES ? null : await readFile(file);
    if (bytes === null || bytes.length > MAX_BYTES) {
      const megabytes = (stats.size / 1024 / 1024).toFixed(1);
      return refuse(
        'too-large',
        `The image "${name}" has ${megabytes} MB, more than the 10 MB that a mail can carry.`,
        'Scale it to twice the width it is shown at (1,200 pixels for a full column).',
      );
    }
    if (bytes.length > 0) return bytes;
    return refuse('empty', `The image "${name}" is an empty file.`, 'Export or download it again.');
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return refuse(
        'missing',
        `There is no image "${name}" at that place.`,
        'Check the spelling; the path starts at the folder of the issue.',
      );
    }
    return refuse(
      'unreadable',
      `The image "${name}" can't be read: the system answered ${code}.`,
      'Check the permissions of the file and its folder.',
    );
  }
}

function refuseType(name: string, bytes: Uint8Array): RefusedImage {
  const other = describeOtherType(bytes);
  const message =
    other === null
      ? `The file "${name}" is no PNG, JPEG or GIF image.`
      : `The file "${name}" is ${other}, which many mail clients don't show.`;
  if (other === 'a Git LFS pointer') {
    return refuse(
      'unsupported',
      `The file "${name}" is ${other}, not the image itself.`,
      'Run `git lfs pull`.',
    );
  }
  return refuse(
    'unsupported',
    message,
    'Export it as PNG (drawings, screenshots) or JPEG (photos).',
  );
}

function refuseSize(name: string, width: number, height: number): RefusedImage | null {
  if (width === 0 || height === 0) {
    return refuse(
      'no-pixels',
      `The image "${name}" is ${width} × ${height} pixels: there is nothing to show.`,
      'Export it again.',
    );
  }
  if (width === 1 && height === 1) {
    return refuse(
      'tracking-pixel',
      `The image "${name}" is a single pixel, which mail filters take for a tracker.`,
      'Remove it; space is made by the theme.',
    );
  }
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
    return refuse(
      'too-many-pixels',
      `The image "${name}" is ${width} × ${height} pixels, too many for a mail client to open.`,
      'Scale it to twice the width it is shown at (1,200 pixels for a full column).',
    );
  }
  return null;
}

function refuse(reason: ImageRefusal, message: string, hint: string): RefusedImage {
  return { ok: false, reason, message, hint };
}
