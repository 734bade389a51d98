import { defineIssue, intro, signOff } from 'galley';

const name = 'the "shop"';
const host = 'example.com';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({
      greeting: 'Hello,',
      body: `
Welcome to ${name}, which has ${3 + 4} tables,
a [door](door:${host}/open) and a [window](${'win' + 'dow'}.html).

Visit ${new Date(0).getUTCFullYear()} [times](http//${host}).
`,
    }),
    signOff({ body: `Bye \u{1F44B}, \`friends\` \${…}: [write](write:us)` }),
  ],
});
