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

  const topic = (heading: string) => `
- kind: topic
  heading: ${heading}
  body: Words.`;
  const yard = [topic('The yard'), topic('The Yard'), topic('The yard'), topic('The yard')];

  it('knows a topic by its heading', async () => {
    const issue = topic('Steam');
    const found = await runExample(usualSection, { issue, earlier: yard });
    expect(found.map(({ message }) => message)).toEqual([
      'There is no section "The yard", though each of the last 4 issues had one.',
    ]);
  });

  it('is silent when another kind of section has the heading now', async () => {
    const issue = `
- kind: reading
  heading: The yard
  items: [{ title: Planks, url: https://planks.example/11 }]`;
    expect(await runExample(usualSection, { issue, earlier: yard })).toEqual([]);
  });

  it('is silent about topics that change', async () => {
    const earlier = [topic('Oak'), topic('Ash'), topic('Elm'), topic('Larch')];
    expect(await runExample(usualSection, { issue: topic('Pine'), earlier })).toEqual([]);
  });

  it('waits for four issues', async () => {
    const earlier = [read(1), read(2), read(3)];
    expect(await runExample(usualSection, { issue: 'number: 11', earlier })).toEqual([]);
  });
});
