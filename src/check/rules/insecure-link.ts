import type { Finding, Rule } from '../rule.ts';

/** Every address begins with https. */
export const insecureLink: Rule = {
  name: 'insecure-link',
  group: 'Links',
  severity: 'warning',
  about: {
    why: 'Whoever is between a reader and an http page can read and change it, browsers warn of it, and mail programs leave out pictures that come that way. Nearly every site answers to https. With `check: { httpsUpgrade: true }` in the config, `--fix` changes the scheme, but where the address names a port; look at the pages first.',
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
    - { title: Bending planks, url: http://planks.example/bending }`,
    },
  },
  check: ({ links, contents, markdown, options }) => {
    const pictures = [
      ...contents.images.map(({ path, text }) => {
        return { path, written: text, piece: { offset: 0, length: text.length } };
      }),
      ...markdown.pictures.map(({ path, text, piece }) => ({ path, written: text, piece })),
    ];
    return [...links, ...pictures]
      .filter(({ written }) => /^http:/i.test(written))
      .map(({ written, path, piece }): Finding => {
        const fix = { from: written, to: written.replace(/^http:/i, 'https:') };
        // What listens at a port of its own speaks one of the two, so https would be a dead link.
        const isSafe = options.httpsUpgrade && !/^http:\/\/[^/?#]*:\d+(?:[/?#]|$)/i.test(written);
        return {
          message: `${written} begins with http: what is there can be read and changed on the way.`,
          hint: 'Write https, after a look at the page.',
          path,
          piece,
          ...(isSafe ? { fix } : {}),
        };
      });
  },
};
