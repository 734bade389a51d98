import { describe, expect, it } from 'vitest';
import { danglingColon } from '../../../../src/check/rules/dangling-colon.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule dangling-colon', () => {
  it.each([
    'Three things:\n\n- steam\n- time',
    'As he said:\n\n> Steam.',
    'Like this:\n\n```\nbend()\n```',
    'Like this:\n\nWith steam.',
    '- like this:\n\n```\nbend()\n```\n\nText.',
    '1. one:\n   - like this:\n\n   ```\n   bend()\n   ```',
    '> He said:\n\n> > Steam.',
    'Time is 10:30',
    '### A heading:\n\nText.',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(danglingColon, prose)).toEqual([]);
  });

  it.each([
    ['With steam:\n\n### More\n\nText.', ':'],
    ['- with steam:\n- with time', ':'],
    ['- with steam:\n\nText.', ':'],
    ['Text.\n\nWith steam:\n\n***\n\nMore.', ':'],
    ['With steam[^1]:\n\n[^1]: A note.', ':'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(danglingColon, prose)).toEqual(marked);
  });

  it('is silent where the next entry of a body is introduced, and before items', async () => {
    const issue = `
- kind: topic
  heading: Planks
  body:
    - 'Like this:'
    - { kind: quote, text: Steam. }
- kind: reading
  lead: 'Three of them:'
  items:
    - { title: One, url: https://a.example/1 }
    - text: 'And now:'
    - { title: Two, url: https://a.example/2 }`;
    expect(await markedIn(danglingColon, { issue })).toEqual([]);
  });

  it('finds one at the end of a note', async () => {
    const issue = `
- kind: reading
  items:
    - { title: One, url: https://a.example/1, note: 'It says:' }`;
    expect(await markedIn(danglingColon, { issue })).toEqual([':']);
  });
});
