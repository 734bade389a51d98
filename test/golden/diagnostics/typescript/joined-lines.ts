import { defineIssue, intro, signOff } from 'galley';

const last = 'And [one more](one-more).';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({
      greeting: 'Hello,',
      body: [
        'Some links:',
        '',
        '* [one](https://example.com/one)',
        '* [two](two)',
        `* ${'[three](three)'}`,
        '',
        last,
        '',
        '~~~sh',
        'plane --oak',
      ].join('\n'),
    }),
    signOff({ body: ['Bye.', '![](https://example.com/oak.png)'].join('\n\n') + '\n\n[x](x)' }),
  ],
});
