import { defineIssue, intro, signOff } from 'galley';
import { capitalize } from 'lodash-of-nobody';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [intro({ greeting: 'Hello,', body: capitalize('welcome') }), signOff({ body: 'Bye.' })],
});
