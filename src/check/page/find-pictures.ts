import type { PictureField } from '../../issue/pictures.ts';
import type { CheckContext } from '../context.ts';
import type { PageElement } from './page.ts';
import { originOf } from './origin.ts';

/** The fields that name the picture which an `img` of the printed page shows, where it stands. */
export async function findPictures(
  context: CheckContext,
  image: PageElement,
): Promise<readonly PictureField[]> {
  const origin = await originOf(context, image);
  if (origin === null || origin.of === 'config') return [];
  const { contents, markdown, pictures } = context;
  const src = image.attributes['src'] ?? '';
  const printed = (await context.printed()).pictures.find(({ url }) => url === src);
  const isShown = ({ text }: PictureField) => {
    return printed === undefined ? text === src : pictures.get(text)?.path === printed.path;
  };
  const isHere = ({ path }: PictureField) => {
    return origin.path.every((step, index) => path[index] === step || index >= path.length);
  };
  return [...contents.images, ...markdown.pictures].filter((field) => {
    return isHere(field) && isShown(field);
  });
}
