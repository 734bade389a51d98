import type { ImageType } from './detect-image-type.ts';
import { measureGif } from './measure-gif.ts';
import { measureJpeg } from './measure-jpeg.ts';
import { measurePng } from './measure-png.ts';
import type { PixelSize } from './pixel-size.ts';

/**
 * The size in an image's header, once its structure was followed to the end; null when the file is
 * cut short or not well formed.
 */
export function measureImage(bytes: Uint8Array, type: ImageType): PixelSize | null {
  switch (type) {
    case 'image/png':
      return measurePng(bytes);
    case 'image/jpeg':
      return measureJpeg(bytes);
    case 'image/gif':
      return measureGif(bytes);
  }
}
