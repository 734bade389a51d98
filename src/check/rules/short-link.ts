import type { Rule } from '../rule.ts';
import { hostOf } from '../same-address.ts';

/** No address hides behind a shortener. */
export const shortLink: Rule = {
  name: 'short-link',
  group: 'Links',
  severity: 'warning',
  about: {
    why: 'A shortened address hides where it leads, counts the reader, and dies with the service. Spam filters distrust all of them, since swindlers use them too.',
    silent: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }`,
    },
    firing: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://bit.ly/3xYzAbC }`,
    },
  },
  check: ({ links }) =>
    links
      .filter(({ url }) => shorteners.has(hostOf(url)))
      .map(({ url, path, piece }) => ({
        message: `${hostOf(url)} is a shortener: the address hides where it leads.`,
        hint: 'Follow it once and write the address where you end.',
        path,
        piece,
      })),
};

// --- internal ---

const shorteners = new Set(
  [
    'adf.ly amzn.to bit.ly bl.ink buff.ly cutt.ly dlvr.it fb.me goo.gl ift.tt is.gd j.mp lnkd.in',
    'ow.ly rb.gy rebrand.ly s.id short.io shorturl.at shrtco.de t.co t.ly tiny.cc tiny.one',
    'tinyurl.com trib.al tr.im u.to v.gd x.co',
  ].flatMap((line) => line.split(' ')),
);
