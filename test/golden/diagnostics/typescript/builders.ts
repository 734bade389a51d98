import { defineIssue, image, intro, reading, signOff, topic, callout } from 'galley';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ body: 'Welcome.' }),
    topic({
      body: [
        image({ src: 'https://example.com/oak.png' }),
        callout({ text: 'Look!', tone: 'loud' }),
        reading({ items: [{ title: 'Oak', url: 'https://example.com' }] }),
        image({ kind: 'picture', src: 'https://example.com/oak.png', alt: '' }),
      ],
    }),
    reading({}),
    signOff({ body: 'Bye.' }),
    signOff({ body: 'Bye again.' }),
  ],
});
