import { smallConfig } from './galley.ts';
import { makePng } from './make-image.ts';

/** A letter in YAML that is long enough to scroll, with a link, a picture and these words. */
export function letter(number: number, words: string): string {
  const paragraph = 'Some more words, so that there is something to scroll through. '.repeat(4);
  return `number: ${number}
date: 2026-${String(8 + number).padStart(2, '0')}-02
subject: Issue ${number}
preheader: What this issue is about, told in one short line.
sections:
  - kind: intro
    greeting: Hello,
    body: "${words} With [a link](https://example.com/page)."
  - kind: topic
    heading: A table
    body:
      - ${paragraph}
      - { kind: image, src: ${number === 2 ? 'picture.png' : 'https://example.com/picture.png'}, alt: Pens on a table }
${`      - ${paragraph}\n`.repeat(8)}  - kind: sign-off
    body: Bye.
`;
}

/** A workspace of three issues: a folder with a picture, one that imports a file, one in JSON. */
export const letterFiles: Readonly<Record<string, string | Uint8Array>> = {
  'newsletter.config.yaml': smallConfig,
  'issues/autumn/issue.yaml': letter(2, 'The words of autumn.'),
  'issues/autumn/picture.png': makePng(60, 30),
  'issues/_words.ts': "export const words = 'Imported words.';\n",
  'issues/code.ts': `import { defineIssue, intro, signOff } from 'galley';
import { words } from './_words.ts';

export default defineIssue({
  number: 3,
  date: '2026-11-09',
  subject: 'Issue 3',
  preheader: 'What this issue is about, told in one short line.',
  sections: [intro({ greeting: 'Hello,', body: words }), signOff({ body: 'Bye.' })],
});
`,
  'issues/summer.json': JSON.stringify({
    number: 1,
    date: '2026-07-02',
    subject: 'Issue 1',
    preheader: 'What this issue is about, told in one short line.',
    sections: [
      { kind: 'intro', greeting: 'Hello,', body: 'The words of summer.' },
      { kind: 'sign-off', body: 'Bye.' },
    ],
  }),
};
