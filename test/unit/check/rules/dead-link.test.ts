import { describe, expect, it } from 'vitest';
import { deadLink } from '../../../../src/check/rules/dead-link.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule dead-link', () => {
  it('marks every place of the address, in fields and in prose', async () => {
    const issue = `
- kind: reading
  items:
    - { title: One, url: https://a.example/1, note: 'And [again](https://a.example/1).' }
    - { title: Two, url: https://a.example/2 }`;
    const answers = { 'https://a.example/1': { state: 'dead', reason: '404' } as const };
    const marked = await markedIn(deadLink, { issue, answers });
    expect(marked).toEqual(['https://a.example/1', 'https://a.example/1']);
  });
});
