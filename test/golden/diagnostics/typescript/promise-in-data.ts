import { defineIssue, intro, signOff } from 'galley';

const welcome = async (name: string) => `Welcome, ${name}.`;

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: ['One.', welcome('Ada')] }),
    signOff({ body: 'Bye.' }),
  ],
});
