import { defineIssue, intro, signOff } from 'galley';

const sections = [
  intro({ greeting: 'Hello,', body: 'Welcome.' }),
];
sections.push(signOff({ body: 'Bye, [all](all).' }));

const issue = defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections,
});
issue.subject = '';
export default issue;
