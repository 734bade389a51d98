import { defineIssue, intro, signOff, topic } from 'galley';

const isWinter = [10, 11, 0].includes(10);
const { shop, other: { url: far } } = { shop: 'shop.html', other: { url: 'far.html' } };
let greeting = 'Hello';
greeting += '\n';
let body = 'Bye, [all](all).';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  title: undefined ?? '',
  sections: [
    intro({ greeting, body: isWinter ? 'A [winter](winter) letter.' : 'A [summer](summer) letter.' }),
    isWinter
      ? topic({ body: `The [shop](${shop}) is ${far && `[far](${far})`}.` })
      : topic({ body: 'No [shop](shop).' }),
    ...(isWinter ? [topic({ heading: '', body: 'Snow.' })] : []),
    signOff({ body, ...(isWinter && { ps: 'Wear a [hat](hat).' }) }),
  ],
});
