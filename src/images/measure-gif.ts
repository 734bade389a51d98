import type { PixelSize } from './pixel-size.ts';

/**
 * The size of a GIF's canvas, after following its blocks to the trailer: a file that was cut short
 * or shows no picture is null (GIF89a specification).
 */
export function measureGif(bytes: Uint8Array): PixelSize | null {
  if (bytes.length < 13) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let hasPicture = false;
  for (let at = 13 + colourTable(bytes[10] ?? 0); at < bytes.length;) {
    switch (bytes[at]) {
      case 0x21: // an extension: its label, then blocks
        at = skipBlocks(bytes, at + 2);
        break;
      case 0x2c: // a picture: place, size and flags, its colours, the code size, then blocks
        hasPicture = true;
        at = skipBlocks(bytes, at + 10 + colourTable(bytes[at + 9] ?? 0) + 1);
        break;
      case 0x3b: // the trailer
        return hasPicture ? size : null;
      default:
        return null;
    }
  }
  return null;
}

// --- internal ---

/** The bytes of the colour table that the flags announce. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** The place after a list of blocks, each led by its length, that an empty one ends. */
function skipBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return bytes.length;
    at += 1 + length;
    if (length === 0) return at;
  }
}
