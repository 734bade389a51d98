import type { Finished } from './galley.ts';
import { smallIssue } from './galley.ts';
import type { SendFixture } from './send-workspace.ts';

/** An issue that is ready, for three recipients, with letters that need encoding and a picture. */
export const ownIssue: SendFixture = {
  config: `testRecipients: [a@example.com, b@example.com, c@example.com]
listId: letter.example.com
unsubscribe: { url: 'https://example.com/leave?reader=t0ken', mailto: leave@example.com }
`,
  secrets: ['t0ken'],
  issue: `status: ready
${smallIssue(
  1,
  'Straße, “quotes”, ![A picture](a.png) and [a link](https://a.example/?x=1&y=2).',
)}`,
};

/** All that a command printed. */
export function printed({ stdout, stderr }: Finished): readonly string[] {
  return [stdout, stderr];
}
