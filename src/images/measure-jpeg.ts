import type { PixelSize } from './pixel-size.ts';

/**
 * The size of a JPEG as it is shown, after following its segments to the pixel data and finding
 * the end mark behind it: null when the file was cut short or is of a kind that isn't shown (only
 * baseline, extended and progressive are). A camera held upright stores the picture on its side and
 * notes so in EXIF: then width and height change places (ITU T.81 annex B, EXIF 2.3 section 4.6).
 */
export function measureJpeg(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PixelSize | null = null;
  let turned = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    // Padding, or stray bytes between the segments, which every decoder passes over.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (FRAME_MARKERS.has(marker)) {
      if (length < 8) return null;
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    if (marker === APP1) turned ||= isTurned(bytes.subarray(at + 4, end));
    if (marker === START_OF_SCAN) {
      if (size === null || !hasEnd(bytes.subarray(end))) return null;
      return turned ? { width: size.height, height: size.width } : size;
    }
    at = end;
  }
  return null;
}

// --- internal ---

const FRAME_MARKERS: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const ORIENTATION_TAG = 0x0112;

/** Phones append videos and previews, so the end mark need not be the last bytes. */
function hasEnd(scan: Uint8Array): boolean {
  return Buffer.from(scan.buffer, scan.byteOffset, scan.byteLength).includes(
    '\xff\xd9',
    0,
    'latin1',
  );
}

/** True when an EXIF segment says that the picture lies on its side (orientations 5 to 8). */
function isTurned(segment: Uint8Array): boolean {
  if (Buffer.from(segment.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return false;
  const tiff = segment.subarray(6);
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return false;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return false;
    if (view.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const orientation = view.getUint16(at + 8, little);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}
