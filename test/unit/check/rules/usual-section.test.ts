import { describe, expect, it } from 'vitest';
import { usualSection } from '../../../../src/check/rules/usual-section.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule usual-section', () => {
  const read = (page: number) => `
- kind: reading
  items: [{ title: Planks, url: https://planks.example/${page} }]`;

  it('is silent when one of the last issues had none either', async () => {
    const earlier = [read(1), 'number: 8', read(2), read(3)];
    expect(await runExample(usualSection, { issue: 'number: 11', earlier })).toEqual([]);
  });

  it('waits for four issues', async () => {
    const earlier = [read(1), read(2), read(3)];
    expect(await runExample(usualSection, { issue: 'number: 11', earlier })).toEqual([]);
  });
});
