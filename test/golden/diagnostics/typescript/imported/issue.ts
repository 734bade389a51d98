import { defineIssue, intro, news, reading, signOff } from 'galley';
import { about, shop as theShop } from './_links';
import oak from './_oak.ts';
import * as trees from './_trees.js';
import data from './_data.json';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: about }),
    reading({ items: [theShop, oak, trees.ash, ...trees.others] }),
    news({ items: data.items }),
    signOff({ body: `Bye. [Write](${trees.address}) to us.` }),
  ],
});
