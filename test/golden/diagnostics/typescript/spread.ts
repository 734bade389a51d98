import { defineIssue, intro, reading, signOff, sponsor } from 'galley';

const base = { number: 7, date: '2026-11-31', preheder: 'What we built this month.' };
const oak = { name: 'Oak & Sons', url: 'https://oak.example.com', colour: 'brown' };
const before = [{ title: 'One', url: 'one.example.com' }];

export default defineIssue({
  ...base,
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: 'Welcome.' }),
    sponsor({ ...oak, body: 'Wood.' }),
    reading({ items: [...before, { title: 'Two', url: 'two.example.com' }, ...before] }),
    signOff({ body: 'Bye.' }),
  ],
});
