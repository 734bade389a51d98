import type { Rule } from '../rule.ts';
import { tellAnswers } from '../tell-answers.ts';

/** No address leads on to another for good. */
export const movedLink: Rule = {
  name: 'moved-link',
  group: 'Links',
  severity: 'warning',
  fetches: true,
  about: {
    why: 'A page that has moved for good is best linked where it is now: redirects are the first to go when a site is tidied. Redirects that are only for the moment are left out. Only `galley check --links` asks for the addresses.',
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
        'https://planks.example/bending': {
          state: 'alive',
          reason: '200',
          movedTo: 'https://planks.example/articles/bending',
        },
      },
    },
  },
  check: (context) =>
    tellAnswers(context, (url, answer) =>
      answer.state !== 'alive' || answer.movedTo === undefined
        ? null
        : {
            message: `${url} has moved to ${answer.movedTo}.`,
            hint: 'Write the new address.',
          },
    ),
};
