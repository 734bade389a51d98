import { defineIssue, intro, reading, signOff } from 'galley';
import { byAda, link } from './_helpers';

const item = (title: string, url: string, note = 'See [more](more).') => ({ title, url, note });

function closing(name: string) {
  const body = `Bye, ${name}. [Write](write:${name})!`;
  return signOff({ body, heading: '' });
}

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: `Welcome to ${link('the shop', 'shop.html')}.` }),
    reading({
      items: [
        item('One', 'one.example.com', 'A note.'),
        item('Two', 'https://example.com/two'),
        byAda({ title: 'Three', url: 'three.example.com' }),
      ],
    }),
    closing('Ada'),
  ],
});
