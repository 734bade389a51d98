/** The kinds of image that every mail client shows. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif';

/** The kind of an image by its first bytes, whatever its name; null for all other kinds. */
export function detectImageType(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (/^GIF8[79]a/.test(latin1(bytes, 6))) return 'image/gif';
  return null;
}

/** What a file that is no such image seems to be, in an author's words; null when unknown. */
export function describeOtherType(bytes: Uint8Array): string | null {
  const start = latin1(bytes, 1024);
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'a WebP image';
  if (start.slice(4, 8) === 'ftyp') return describeBox(start.slice(8, 12));
  if (start.startsWith('version https://git-lfs')) return 'a Git LFS pointer';
  if (start.startsWith('BM')) return 'a BMP image';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'a TIFF image';
  if (start.startsWith('%PDF-')) return 'a PDF';
  if (start.startsWith('\xff\x0a') || start.slice(4, 8) === 'JXL ') return 'a JPEG XL image';
  if (/<svg[\s>]/i.test(start)) return 'an SVG drawing';
  if (/^[^<]{0,4}<(?:!doctype html|html|head)/i.test(start)) return 'a web page';
  return null;
}

// --- internal ---

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}

function describeBox(brand: string): string {
  if (/^avi[fs]/.test(brand)) return 'an AVIF image';
  if (/^(?:hei|hev|mif1|msf1)/.test(brand)) return 'a HEIC photo';
  return 'a video';
}
