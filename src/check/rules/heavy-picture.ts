import type { PictureField } from '../../issue/pictures.ts';
import type { Rule } from '../rule.ts';

/** A picture is loaded quickly on a phone. */
export const heavyPicture: Rule = {
  name: 'heavy-picture',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'A picture of more than 1 MB takes seconds on the way, and some mail servers and phones do not load it at all. At twice the width that it is shown with, 1,104 pixels in the built-in theme, a photo has 100 to 300 KB as a JPEG. Pictures that stay on the web are not looked at.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }`,
      pictures: { 'box.png': { width: 1104, height: 400 } },
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }`,
      pictures: { 'box.png': { width: 1104, height: 400, bytes: 1_500_000 } },
    },
  },
  check: ({ pictures, contents, markdown }) => {
    const fields: readonly PictureField[] = [...contents.images, ...markdown.pictures];
    return fields.flatMap(({ text, path, piece }) => {
      const bytes = pictures.get(text)?.image.bytes.length ?? 0;
      if (bytes <= most) return [];
      return [
        {
          message: `The picture has ${(bytes / 1024 / 1024).toFixed(1)} MB.`,
          hint: 'Scale it to twice the width it is shown with, and save a photo as JPEG.',
          path,
          piece,
        },
      ];
    });
  },
};

// --- internal ---

const most = 1024 * 1024;
