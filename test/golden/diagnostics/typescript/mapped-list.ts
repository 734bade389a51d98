import { defineIssue, intro, reading, signOff } from 'galley';

const links = [
  ['One', 'https://example.com/one'],
  ['Two', 'two.example.com'],
];
const trees = ['oak', 'ash tree'];

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: 'Welcome.' }),
    reading({
      items: [
        { text: 'An interlude.' },
        ...links.map(([title, url]) => ({ title, url })),
        ...trees.map((tree) => ({ title: tree, url: `https://example.com/${tree}` })),
        { title: 'Last', url: 'last.example.com' },
      ],
    }),
    signOff({ body: 'Bye.' }),
  ],
});
