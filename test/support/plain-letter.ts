import type { IssueInput } from '../../src/issue/schema.ts';
import type { PublicationInput } from '../../src/workspace/publication.ts';

/** A config that says no more than it must. */
export const plainConfig: PublicationInput = {
  name: 'Plain Letter',
  language: 'en',
  author: { name: 'Ada Example' },
  from: { name: 'Plain Letter', address: 'letter@plain.example' },
};

/** No more than an issue must have. */
export const smallIssue: IssueInput = {
  number: 1,
  date: '2026-01-05',
  subject: 'A small letter',
  preheader: 'Not much of it.',
  sections: [
    { kind: 'intro', greeting: 'Hello,', body: 'One paragraph.' },
    { kind: 'sign-off', body: 'Goodbye.' },
  ],
};
