import { describe, expect, it } from 'vitest';
import { heavyMessage } from '../../../../src/check/rules/heavy-message.ts';
import { runExample } from '../../../support/rule-examples.ts';

const show = (...names: string[]) =>
  `- kind: topic\n  heading: Oak\n  body: "${names.map((name) => `![Oak](${name})`).join(' ')}"`;

describe('the rule heavy-message', () => {
  it('counts a picture that is shown twice once', async () => {
    const pictures = { 'oak.png': { width: 9, height: 9, bytes: 6_000_000 } };
    expect(await runExample(heavyMessage, { issue: show('oak.png', 'oak.png'), pictures })).toEqual(
      [],
    );
  });

  it('counts pictures as they are encoded', async () => {
    const pictures = { 'oak.png': { width: 9, height: 9, bytes: 8_500_000 } };
    const [found] = await runExample(heavyMessage, { issue: show('oak.png'), pictures });
    expect(found?.message).toMatch(/^The message has 1[01]\.\d MB with its picture;/);
    expect(found?.path).toBe('sections');
  });
});
