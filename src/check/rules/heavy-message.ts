import type { Rule } from '../rule.ts';

/** The message is small enough for every mail server. */
export const heavyMessage: Rule = {
  name: 'heavy-message',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'The pictures travel with the message, a third larger than their files. Outlook.com takes 20 MB, Gmail 25 MB, many servers of companies no more than 10 MB: over that, the letter comes back. With `imageBase` in the config, `email.html` shows pictures that you publish; the message has its own all the same.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }`,
      pictures: { 'box.png': { width: 1104, height: 400, bytes: 500_000 } },
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }
    - { kind: image, src: plank.png, alt: A plank that is bent to a rib }`,
      pictures: {
        'box.png': { width: 1104, height: 400, bytes: 5_000_000 },
        'plank.png': { width: 1104, height: 800, bytes: 5_000_000 },
      },
    },
  },
  check: async (context) => {
    const { html, text, pictures } = await context.printed();
    const bytes = pictures.reduce((sum, { image }) => sum + image.bytes.length, 0);
    // In base64 a picture grows by 37 %, in quoted-printable a UTF-16 unit to 9 bytes and a soft break:
    // where that is not too much, no message need be composed.
    if (bytes * 1.4 + (html.length + text.length) * 10 <= most / 2) return [];
    const eml = await context.eml();
    if (eml.length <= most) return [];
    const size = (eml.length / 1024 / 1024).toFixed(1);
    return [
      {
        message: `The message has ${size} MB with ${pictures.length === 1 ? 'its picture' : `its ${pictures.length} pictures`}; many mail servers take no more than 10 MB.`,
        hint: 'Scale the largest pictures down, or leave some on the web: an https address in place of the file.',
        path: ['sections'],
        at: 'key',
      },
    ];
  },
};

// --- internal ---

const most = 10 * 1024 * 1024;
