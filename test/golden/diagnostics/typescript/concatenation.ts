import { defineIssue, intro, signOff } from 'galley';

const here = 'here';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({
      greeting: 'Hello,',
      body:
        'Some words, \'quoted\', and a [link](https://example.com), ' +
        'then one that leads ' + here + ' and [' + here + '](' + here + '.html),\n' +
        `and ![${''}](https://example.com/oak.png).`,
    }),
    signOff({ body: 'Bye, ' + ['a', 'b'].length + ' times, and ' + '[more](/more)' }),
  ],
});
