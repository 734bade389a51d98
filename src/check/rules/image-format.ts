import { imageFeature } from '../clients/image-features.ts';
import { tellUnsupported } from '../clients/tell-unsupported.ts';
import { findPictures } from '../page/find-pictures.ts';
import type { Finding, Rule } from '../rule.ts';

/** Pictures have a format that every mail program shows. */
export const imageFormat: Rule = {
  name: 'image-format',
  group: 'Clients',
  severity: 'warning',
  about: {
    why: 'Outlook for Windows shows no WebP, Gmail on the web no SVG: there is an empty box instead. PNG, JPEG and GIF are shown everywhere. Pictures beside the issue are held to these anyway; this looks at those that stay on the web, by the ending of their address.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: https://boats.example/steam.png, alt: A steam box }`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: https://boats.example/steam.webp, alt: A steam box }`,
    },
  },
  check: async (context) => {
    const { elements } = await context.page();
    const images = elements.flatMap((element) => {
      const src = element.attributes['src'];
      const format = element.name === 'img' && src !== undefined ? imageFeature(src) : null;
      return format === null ? [] : [{ element, format, src: src ?? '' }];
    });
    if (images.length === 0) return [];
    const support = await context.support();
    const findings: Finding[] = [];
    for (const { element, format, src } of images) {
      const clients = support.lacking(format.feature, [], element.hidesFromOutlook);
      if (clients === 0) continue;
      const names = support.name(clients);
      const fields = await findPictures(context, element);
      const start = src.slice(0, 40);
      const patterns = [new RegExp(start.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g')];
      if (fields.length === 0) {
        findings.push(...(await tellUnsupported(context, { ...format, patterns, names })));
      }
      for (const { path, piece } of fields) {
        const message = `The picture is ${format.shown}, which ${names} can't show.`;
        const hint = 'Use a PNG, JPEG or GIF.';
        findings.push({ message, hint, path, piece });
      }
    }
    return findings;
  },
};
