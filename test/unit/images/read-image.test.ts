import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash16, hash8 } from '../../../src/files/hash.ts';
import { readImage } from '../../../src/images/read-image.ts';
import { makeClaimedPng, makeGif, makeJpeg, makePng } from '../../support/make-image.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

async function read(content: Uint8Array | string, name = 'picture.png') {
  const file = join(await makeTempFolder(), name);
  await writeFile(file, content);
  return await readImage(file);
}

/** Writes over one file, which is quicker than a folder each. */
async function reasonAt(file: string, bytes: Uint8Array): Promise<string> {
  await writeFile(file, bytes);
  const result = await readImage(file);
  return result.ok ? 'accepted' : result.reason;
}

async function reasonFor(content: Uint8Array | string, name?: string) {
  const result = await read(content, name);
  if (result.ok) return 'accepted';
  expect(result.message).toContain(`"${name ?? 'picture.png'}"`);
  expect(result.hint).not.toBe('');
  return result.reason;
}

describe('readImage accepts', () => {
  test('a PNG, with its size, bytes and hashes', async () => {
    const png = makePng(640, 480);
    const result = await read(png);
    expect(result).toMatchObject({
      ok: true,
      image: { type: 'image/png', extension: 'png', width: 640, height: 480 },
    });
    if (!result.ok) return;
    expect(Buffer.from(result.image.bytes).equals(png)).toBe(true);
    expect(result.image.hash8).toBe(hash8(png));
    expect(result.image.hash16).toBe(hash16(png));
  });

  test('a GIF', async () => {
    expect(await read(makeGif(300, 20))).toMatchObject({
      image: { type: 'image/gif', extension: 'gif', width: 300, height: 20 },
    });
  });

  test('a JPEG, baseline or progressive', async () => {
    for (const frame of [0xc0, 0xc1, 0xc2]) {
      expect(await read(makeJpeg(800, 600, { frame }))).toMatchObject({
        image: { type: 'image/jpeg', extension: 'jpg', width: 800, height: 600 },
      });
    }
  });

  test('an image whose name says another kind, by its content', async () => {
    expect(await read(makeJpeg(80, 60), 'photo.png')).toMatchObject({
      image: { type: 'image/jpeg', extension: 'jpg' },
    });
  });

  test('a photo with a video appended, as phones make them', async () => {
    const withVideo = Buffer.concat([makeJpeg(800, 600), Buffer.alloc(5000, 0x41)]);
    expect(await read(withVideo)).toMatchObject({ image: { width: 800, height: 600 } });
  });

  test('a JPEG with stray bytes between its segments', async () => {
    const jpeg = makeJpeg(800, 600);
    const stray = Buffer.concat([
      jpeg.subarray(0, 20),
      Buffer.from([0, 0, 0xff]),
      jpeg.subarray(20),
    ]);
    expect(await read(stray)).toMatchObject({ image: { width: 800, height: 600 } });
  });
});

describe('readImage gives the size as shown', () => {
  test.each(['big', 'little'] as const)(
    'of a JPEG turned by EXIF, %s-endian',
    async (byteOrder) => {
      for (const orientation of [1, 2, 3, 4]) {
        expect(await read(makeJpeg(800, 600, { orientation, byteOrder }))).toMatchObject({
          image: { width: 800, height: 600 },
        });
      }
      for (const orientation of [5, 6, 7, 8]) {
        expect(await read(makeJpeg(800, 600, { orientation, byteOrder }))).toMatchObject({
          image: { width: 600, height: 800 },
        });
      }
    },
  );

  test('as another reader of headers does', async () => {
    for (const bytes of [makePng(31, 17), makeGif(200, 100), makeJpeg(1200, 630)]) {
      const { width, height } = imageSize(bytes);
      expect(await read(bytes)).toMatchObject({ image: { width, height } });
    }
  });
});

describe('readImage refuses', () => {
  test('a file that is not there', async () => {
    const folder = await makeTempFolder();
    expect(await readImage(join(folder, 'none.png'))).toMatchObject({ reason: 'missing' });
    await writeFile(join(folder, 'file'), 'x');
    expect(await readImage(join(folder, 'file/none.png'))).toMatchObject({ reason: 'missing' });
  });

  test('a folder', async () => {
    const folder = join(await makeTempFolder(), 'pictures.png');
    await mkdir(folder);
    expect(await readImage(folder)).toMatchObject({ reason: 'not-a-file' });
  });

  test('a file that can not be read, with the answer of the system', async () => {
    const result = await readImage(join(await makeTempFolder(), 'x'.repeat(300)));
    expect(result).toMatchObject({ reason: 'unreadable' });
    expect(result).toHaveProperty('message', expect.stringContaining('ENAMETOOLONG'));
  });

  test('an empty file', async () => {
    expect(await reasonFor('')).toBe('empty');
  });

  test('a file over 10 MB, but not one of exactly that size', async () => {
    const limit = 10 * 1024 * 1024;
    const png = makePng(2, 2);
    const filled = (size: number) => Buffer.concat([png, Buffer.alloc(size - png.length)]);
    expect(await reasonFor(filled(limit))).toBe('accepted');
    expect(await reasonFor(filled(limit + 1))).toBe('too-large');
  });

  test('kinds that mail clients do not show, each by its name', async () => {
    const kinds: readonly (readonly [string, string | Buffer])[] = [
      ['a WebP image', 'RIFF\x24\0\0\0WEBPVP8 '],
      ['an AVIF image', '\0\0\0\x20ftypavif\0\0\0\0'],
      ['a HEIC photo', '\0\0\0\x20ftypheic\0\0\0\0'],
      ['an SVG drawing', '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="x"></svg>'],
      ['an SVG drawing', '<svg onload="alert(1)">'],
      ['a BMP image', 'BM12345'],
      ['a TIFF image', 'II*\0abcd'],
      ['a PDF', '%PDF-1.7'],
      ['a web page', '\n<!DOCTYPE html><title>Not found</title>'],
    ];
    for (const [name, content] of kinds) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
      const result = await read(bytes);
      expect(result).toMatchObject({ reason: 'unsupported' });
      expect(result).toHaveProperty('message', expect.stringContaining(name));
      expect(result).toHaveProperty('hint', expect.stringContaining('PNG'));
    }
  });

  test('something unknown under the name of an image', async () => {
    expect(await reasonFor('just words', 'photo.jpg')).toBe('unsupported');
  });

  test('a Git LFS pointer, with the command that gets the image', async () => {
    const result = await read('version https://git-lfs.github.com/spec/v1\noid sha256:00\n');
    expect(result).toMatchObject({ reason: 'unsupported', hint: 'Run `git lfs pull`.' });
  });

  test('a single pixel, which is a tracker', async () => {
    expect(await reasonFor(makeGif(1, 1))).toBe('tracking-pixel');
    expect(await reasonFor(makePng(1, 1))).toBe('tracking-pixel');
    expect(await reasonFor(makePng(1, 2))).toBe('accepted');
  });

  test('no pixels at all', async () => {
    expect(await reasonFor(makeClaimedPng(0, 10))).toBe('no-pixels');
    expect(await reasonFor(makeGif(10, 0))).toBe('no-pixels');
    expect(await reasonFor(makeJpeg(10, 0))).toBe('no-pixels');
  });

  test('more pixels than a mail client can open', async () => {
    expect(await reasonFor(makeClaimedPng(50_000, 50_000))).toBe('too-many-pixels');
    expect(await reasonFor(makeClaimedPng(50_001, 10))).toBe('too-many-pixels');
    expect(await reasonFor(makeClaimedPng(10, 4_294_967_295))).toBe('too-many-pixels');
    expect(await reasonFor(makeClaimedPng(10_000, 5_000))).toBe('accepted');
    expect(await reasonFor(makeClaimedPng(10_000, 5_001))).toBe('too-many-pixels');
  });

  test('a JPEG of a kind that browsers do not show', async () => {
    expect(await reasonFor(makeJpeg(800, 600, { frame: 0xc3 }))).toBe('damaged');
  });

  test('a PNG without pixel data or without its header', async () => {
    const png = makePng(2, 2);
    const data = png.indexOf('IDAT') - 4;
    const end = png.indexOf('IEND') - 4;
    const without = (from: number, to: number) =>
      Buffer.concat([png.subarray(0, from), png.subarray(to)]);
    expect(await reasonFor(without(data, end))).toBe('damaged');
    expect(await reasonFor(without(8, data))).toBe('damaged');
  });

  test('an image cut short, at whatever place', async () => {
    const file = join(await makeTempFolder(), 'cut.png');
    for (const whole of [makePng(20, 20), makeGif(20, 20), makeJpeg(20, 20, { orientation: 6 })]) {
      for (let length = 1; length < whole.length; length++) {
        const reason = await reasonAt(file, whole.subarray(0, length));
        expect(['damaged', 'unsupported']).toContain(reason);
      }
    }
  });
});

test('readImage never throws on damaged bytes', async () => {
  const file = join(await makeTempFolder(), 'changed.png');
  const images = [makePng(9, 9), makeGif(9, 9), makeJpeg(9, 9, { orientation: 8 })];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...images),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      async (image, changes) => {
        const bytes = Buffer.from(image);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(typeof (await reasonAt(file, bytes))).toBe('string');
      },
    ),
    { numRuns: 300 },
  );
});
