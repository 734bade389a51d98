import { defineIssue, intro, signOff } from 'galley';

const links: string[] = [];
for (const name of ['oak', 'ash']) links.push(name);
let left = links.length;
while (left > 0) {
  links.push(`${left} more`);
}

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [intro({ greeting: 'Hello,', body: links.join() }), signOff({ body: 'Bye.' })],
});
