import { describe, expect, it } from 'vitest';
import { movedLink } from '../../../../src/check/rules/moved-link.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule moved-link', () => {
  const issue = `
- kind: reading
  items: [{ title: One, url: https://a.example/1 }]`;

  it('says where the page is now', async () => {
    const movedTo = 'https://b.example/1';
    const answers = { 'https://a.example/1': { state: 'alive', reason: '200', movedTo } as const };
    const [found] = await runExample(movedLink, { issue, answers });
    expect(found?.message).toBe('https://a.example/1 has moved to https://b.example/1.');
  });
});
