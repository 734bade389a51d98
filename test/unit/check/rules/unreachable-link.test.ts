import { describe, expect, it } from 'vitest';
import { unreachableLink } from '../../../../src/check/rules/unreachable-link.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule unreachable-link', () => {
  it('marks every place of the address, in fields and in prose', async () => {
    const issue = `
- kind: reading
  items:
    - { title: One, url: https://a.example/1, note: 'And [again](https://a.example/1).' }
    - { title: Two, url: https://a.example/2 }`;
    const answers = { 'https://a.example/1': { state: 'unreachable', reason: '404' } as const };
    const marked = await markedIn(unreachableLink, { issue, answers });
    expect(marked).toEqual(['https://a.example/1', 'https://a.example/1']);
  });
});
