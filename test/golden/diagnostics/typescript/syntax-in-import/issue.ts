import { defineIssue, intro, signOff } from 'galley';
import { welcome } from './_words';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [intro({ greeting: 'Hello,', body: welcome }), signOff({ body: 'Bye.' })],
});
