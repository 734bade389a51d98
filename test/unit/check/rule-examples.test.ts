import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/check/registry.ts';
import { runExample } from '../../support/rule-examples.ts';

describe.each(rules.map((rule) => [rule.name, rule] as const))('the examples of %s', (_, rule) => {
  it('has nothing to say of the silent one', async () => {
    expect(await runExample(rule, rule.about.silent)).toEqual([]);
  });

  it('finds the firing one, and at its place', async () => {
    const found = await runExample(rule, rule.about.firing);
    expect(found.length).toBeGreaterThan(0);
    for (const { severity, line, message } of found) {
      expect(severity).toBe(rule.severity);
      expect(line).not.toBeNull();
      expect(message).toMatch(/^[^]+[.?!]$/);
    }
  });
});
