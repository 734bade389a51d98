import type { PixelSize } from './pixel-size.ts';

/**
 * The size of a PNG, after following its chunks to the end one: a file that was cut short, has no
 * pixel data or doesn't begin with its header is null (PNG third edition, sections 5 and 11).
 */
export function measurePng(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PixelSize | null = null;
  let hasPixels = false;
  // Each chunk: 4 bytes of length, 4 of type, the data, 4 of checksum.
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (at === 8) {
      if (type !== IHDR || length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === IDAT) hasPixels = true;
    if (type === IEND) return hasPixels ? size : null;
    at = end;
  }
  return null;
}

// --- internal ---

const IHDR = 0x49484452;
const IDAT = 0x49444154;
const IEND = 0x49454e44;
