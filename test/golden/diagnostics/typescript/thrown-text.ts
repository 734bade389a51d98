import { defineIssue, intro, signOff } from 'galley';

function need(value: string | undefined): string {
  if (value === undefined) throw 'A greeting is needed.';
  return value;
}

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: need(undefined), body: 'Welcome.' }),
    signOff({ body: 'Bye.' }),
  ],
});
