import { defineIssue, intro, signOff } from 'galley';

const links: { title: string; url?: string }[] = [{ title: 'Oak' }];

function firstLink(): string {
  const [first] = links;
  return first!.url!.toUpperCase();
}

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: firstLink() }),
    signOff({ body: 'Bye.' }),
  ],
});
