import type { IssueInput } from 'galley';

const intro = {
  kind: 'intro',
  greeting: 'Hello,',
  body: ['Welcome.', { kind: 'image', src: 'http:/example.com/oak.png', alt: 'An oak' }],
} as const satisfies object;

export default {
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  status: 'published' as never,
  sections: [intro, <any>{ kind: 'sign-off', body: ('Bye, [all](all)' as string)! }],
} satisfies IssueInput;
