import { crc32, deflateSync } from 'node:zlib';

/** A valid PNG of one grey. */
export function makePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG of at least so many bytes, most of them in a chunk that says a word and nothing more. */
export function makeHeavyPng(width: number, height: number, bytes: number, word: string): Buffer {
  const png = makePng(width, height);
  const end = png.length - pngChunk('IEND', Buffer.alloc(0)).length;
  const text = Buffer.alloc(Math.max(word.length, bytes - png.length), word);
  return Buffer.concat([png.subarray(0, end), pngChunk('teXt', text), png.subarray(end)]);
}

/** A PNG whose header claims a size, with hardly any data: what a bomb looks like. */
export function makeClaimedPng(width: number, height: number): Buffer {
  const png = makePng(2, 2);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** A GIF of one colour; valid, with its trailer. */
export function makeGif(width: number, height: number): Buffer {
  const screen = Buffer.from([0, 0, 0, 0, 0x80, 0, 0]);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  const picture = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0x44, 0x01, 0]);
  picture.writeUInt16LE(width, 5);
  picture.writeUInt16LE(height, 7);
  const colours = Buffer.from([0x80, 0x80, 0x80, 0, 0, 0]);
  const extension = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    screen,
    colours,
    extension,
    picture,
    Buffer.from([0x3b]),
  ]);
}

/** A GIF of at least so many bytes: a small picture with a long comment. */
export function makeHeavyGif(bytes: number): Buffer {
  const gif = makeGif(40, 40);
  const block = Buffer.concat([Buffer.from([255]), Buffer.alloc(255, 'x')]);
  const comment = Array.from({ length: Math.ceil(bytes / 256) }, () => block);
  const end = Buffer.from([0]);
  return Buffer.concat([
    gif.subarray(0, -1),
    Buffer.from([0x21, 0xfe]),
    ...comment,
    end,
    gif.subarray(-1),
  ]);
}

export interface JpegOptions {
  /** The EXIF orientation, 1 to 8. */
  readonly orientation?: number;
  readonly byteOrder?: 'big' | 'little';
  /** The second byte of the frame's marker; 0xc0 is baseline, 0xc2 progressive. */
  readonly frame?: number;
}

/** The segments of a JPEG with scan data that no decoder needs to like; structure, not picture. */
export function makeJpeg(width: number, height: number, options: JpegOptions = {}): Buffer {
  const { orientation, byteOrder = 'big', frame = 0xc0 } = options;
  const size = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  size.writeUInt16BE(height, 1);
  size.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(orientation === undefined ? [] : [jpegSegment(0xe1, makeExif(orientation, byteOrder))]),
    jpegSegment(frame, size),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

// --- internal ---

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function makeExif(orientation: number, byteOrder: 'big' | 'little'): Buffer {
  const tiff = Buffer.alloc(38);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = byteOrder === 'little';
  tiff.write(little ? 'II' : 'MM', 'latin1');
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  // Another tag first, so that the right one has to be looked for.
  writeTag(10, 0x0100, 640);
  writeTag(22, 0x0112, orientation);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);

  function writeTag(at: number, tag: number, value: number): void {
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, 3, little);
    view.setUint32(at + 4, 1, little);
    view.setUint16(at + 8, value, little);
  }
}
