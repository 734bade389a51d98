import { defineIssue, intro, signOff } from 'galley';

async function load() {
  return defineIssue({
    number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
    sections: [intro({ greeting: 'Hello,', body: 'Welcome.' }), signOff({ body: 'Bye.' })],
  });
}

export default load();
