import { defineIssue, intro, signOff } from 'galley';
import { monthOf } from './_dates.ts';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: `It is ${monthOf('2026-13-02')}.` }),
    signOff({ body: 'Bye.' }),
  ],
});
