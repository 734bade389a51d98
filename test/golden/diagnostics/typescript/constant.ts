import { defineIssue, intro, reading, signOff } from 'galley';

const shop = 'www.example.com/shop';
const links = {
  oak: { title: 'Oak', url: 'oak.example.com' },
  'ash tree': ['https://example.com/ash', 'ash.example.com'],
};

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: 'Welcome.' }),
    reading({
      items: [
        { title: 'The shop', url: shop },
        links.oak,
        { title: 'Ash', url: links['ash tree'][1] },
      ],
    }),
    signOff({ body: 'Bye.' }),
  ],
});
