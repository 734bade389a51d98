import { describe, expect, it } from 'vitest';
import { mailSize } from '../../../../src/check/rules/mail-size.ts';
import { runExample } from '../../../support/rule-examples.ts';

const letter = (characters: number, text = 'Oak and steam. ') => ({
  issue: `- kind: topic
  heading: Small
  body: A little.
- kind: topic
  heading: Large
  body: "${text.repeat(characters / text.length)}"
- kind: reading
  items: [{ title: Oak, url: https://a.example }]`,
});

describe('the rule mail-size', () => {
  it('is silent up to 80 KB, as the HTML is sent', async () => {
    expect(await runExample(mailSize, letter(55_000))).toEqual([]);
  });

  it('names the heaviest sections, and points at the first of them', async () => {
    const [found, ...others] = await runExample(mailSize, letter(80_000));
    expect(others).toEqual([]);
    expect(found?.path).toBe('sections[2]');
    expect(found?.message).toMatch(/near the 102 KB .* Most of it: "Large" \d\d KB/);
    // What weighs next to nothing is no help.
    expect(found?.message).not.toContain('Small');
  });

  it('tells what is cut off from what is near it', async () => {
    const [found] = await runExample(mailSize, letter(120_000));
    expect(found?.message).toContain('Gmail cuts it off');
  });

  it('counts letters that are encoded as they are encoded', async () => {
    const [found] = await runExample(mailSize, letter(30_000, 'Дуб и пар, дом. '));
    expect(found?.message).toMatch(/^The HTML has \d+ KB as it is sent/);
  });
});
