import { defineIssue, intro, signOff } from 'galley';

async function readStars(): Promise<number> {
  const stars = JSON.parse('{ "stars": }') as { stars: number };
  return stars.stars;
}

async function welcome(): Promise<string> {
  await Promise.resolve();
  throw new RangeError('nobody is welcome');
}

async function careful(): Promise<number> {
  try {
    return await readStars();
  } catch {
    return 0;
  }
}

const [stars, greeting] = [readStars().catch(() => 5), welcome()];
void careful();

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: `Hello ${greeting},`, body: `We have ${stars} stars.` }),
    signOff({ body: 'Bye.' }),
  ],
});
