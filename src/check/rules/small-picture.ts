import { findPictures } from '../page/find-pictures.ts';
import { originOf } from '../page/origin.ts';
import type { Finding, Rule } from '../rule.ts';

/** No picture is shown larger than it is. */
export const smallPicture: Rule = {
  name: 'small-picture',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'A picture that is shown wider than its own pixels is blurred everywhere. Twice the pixels are better still, for the screens of phones, but not asked for here. Pictures that stay on the web are not looked at.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam, width: 400 }`,
      pictures: { 'box.png': { width: 800, height: 400 } },
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam, width: 400 }`,
      pictures: { 'box.png': { width: 300, height: 150 } },
    },
  },
  check: async (context) => {
    const { pictures } = await context.printed();
    if (pictures.length === 0) return [];
    const own = new Map(pictures.map(({ url, image }) => [url, image]));
    const findings: Finding[] = [];
    for (const element of (await context.page()).elements) {
      const image = element.name === 'img' ? own.get(element.attributes['src'] ?? '') : undefined;
      const shown = Number(element.attributes['width'] ?? 0);
      if (image === undefined || shown <= image.width) continue;
      const message = `The picture is ${image.width} pixels wide and shown with ${shown}.`;
      const hint = `Use one of ${2 * shown} pixels, or show it smaller.`;
      const fields = await findPictures(context, element);
      const origin = await originOf(context, element);
      findings.push(...fields.map(({ path, piece }) => ({ message, hint, path, piece })));
      if (fields.length === 0 && origin !== null) findings.push({ message, hint, ...origin });
    }
    return findings;
  },
};
