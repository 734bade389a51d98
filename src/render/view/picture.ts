import type { ShownImage } from '../../markdown/html-options.ts';
import type { Picture } from '../render-input.ts';
import type { Html, PictureView } from '../view-schema.ts';

/**
 * A picture at the width it is shown: the width asked for, else its own, never more than `room`
 * (CSS pixels). Its height follows where its proportions are known.
 */
export function fitPicture(picture: Picture, room: number, asked?: number): ShownImage {
  const width = Math.min(asked ?? picture.width ?? room, room);
  const known = picture.width !== null && picture.height !== null;
  const height = known ? Math.max(1, Math.round((picture.height * width) / picture.width)) : null;
  return { src: picture.url, width, height };
}

/** The view of a picture that fits into `room`. */
export function viewPicture(
  picture: Picture,
  alt: string,
  room: number,
  asked?: number,
): PictureView {
  const { src, width, height } = fitPicture(picture, room, asked);
  const size = `width="${width}"${height === null ? '' : ` height="${height}"`}`;
  return { src, alt, size: size as Html, width };
}

/** A decorative picture scaled into a square: avatars and the thumbnails of cards. */
export function viewThumbnail(picture: Picture, side: number): PictureView {
  const { width, height } = picture;
  const ratio = width === null || height === null ? 1 : height / width;
  return viewPicture(picture, '', ratio > 1 ? Math.round(side / ratio) : side);
}
