import type { Rule } from '../rule.ts';
import { tellAnswers } from '../tell-answers.ts';

/** There is something at every address. */
export const deadLink: Rule = {
  name: 'dead-link',
  group: 'Links',
  severity: 'error',
  fetches: true,
  about: {
    why: 'A dead link at the moment of sending was mostly mistyped, or moved after it was noted. Only `galley check --links` asks for the addresses; a page that was there is not asked for again for a day.',
    silent: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }`,
    },
    firing: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }`,
      answers: {
        'https://planks.example/bending': { state: 'dead', reason: '404' },
      },
    },
  },
  check: (context) =>
    tellAnswers(context, (url, answer) =>
      answer.state !== 'dead'
        ? null
        : {
            message: `There is nothing at ${url} (${answer.reason}).`,
            hint: 'Look for where the page is now, or leave it out.',
          },
    ),
};
