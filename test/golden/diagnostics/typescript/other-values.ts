import { defineIssue, intro, signOff } from 'galley';

const sections = () => [intro({ greeting: 'Hello,', body: 'Welcome.' })];

export default defineIssue({
  number: 7n,
  date: new Date('2026-11-02'),
  subject: () => 'Tables and chairs',
  preheader: Symbol('What we built this month.'),
  status: null,
  title: new Map(),
  sections: [...sections(), signOff({ body: [NaN, new Date(0)] })],
});
