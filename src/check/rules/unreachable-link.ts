import type { Rule } from '../rule.ts';
import { tellAnswers } from '../tell-answers.ts';

/** Every address answers. */
export const unreachableLink: Rule = {
  name: 'unreachable-link',
  group: 'Links',
  severity: 'warning',
  fetches: true,
  about: {
    why: 'Some pages turn programs away, some are down for an hour: neither says that the address is wrong, so this is told apart from a dead link. Only `galley check --links` asks for the addresses.',
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
          state: 'unreachable',
          reason: 'no answer in 10 seconds',
        },
      },
    },
  },
  check: (context) =>
    tellAnswers(context, (url, answer) =>
      answer.state !== 'unreachable'
        ? null
        : {
            message: `${url} can't be reached from here (${answer.reason}); it may work for readers.`,
            hint: 'Open it in a browser.',
          },
    ),
};
