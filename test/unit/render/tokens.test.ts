import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatPath } from '../../../src/diagnostics/diagnostic.ts';
import { resolveTokens } from '../../../src/render/tokens.ts';

const builtin = JSON.parse(
  readFileSync(new URL('../../../templates/default/tokens.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const known = Object.keys(builtin);

function problemsOf(changes: unknown, names: readonly string[] | null = known): string[] {
  const resolved = resolveTokens(builtin, changes, names);
  if (resolved.ok) return [];
  return resolved.problems.map(
    ({ code, path, hint }) => `${code} ${formatPath(path)} ${hint ?? ''}`,
  );
}

describe('resolveTokens', () => {
  it('takes the built-in tokens as they are, and changes to them', () => {
    expect(problemsOf({})).toEqual([]);
    expect(resolveTokens(builtin, { accent: '#b00020' }, known)).toMatchObject({
      ok: true,
      tokens: { accent: '#b00020', width: 600 },
    });
  });

  it('suggests the token that was meant', () => {
    expect(problemsOf({ acent: '#b00020' })).toEqual([
      'unknown-token acent Did you mean `accent`?',
    ]);
  });

  it('lets a theme add tokens of its own', () => {
    expect(problemsOf({ ribbon: '#b00020', ribbonHeight: 8 }, null)).toEqual([]);
  });

  it.each([
    ['accent', 'red', 'invalid-colour'],
    ['accent', '#fff', 'invalid-colour'],
    ['width', '600px', 'invalid-type'],
    ['width', 100, 'number-too-small'],
    ['font', 'Arial;}</style>', 'invalid-token'],
    ['font', '"Segoe UI"', 'invalid-token'],
    ['unsubscribeLabel', '{{x}}', 'invalid-token'],
    ['ribbon', '</style>', 'invalid-token'],
    ['padding', 300, 'number-too-large'],
    ['mono', ' ', 'blank-text'],
    ['unsubscribeLabel', '', 'blank-text'],
  ])('refuses %s: %j as %s', (name, value, code) => {
    expect(problemsOf({ [name]: value }, null)[0]).toMatch(new RegExp(`^${code} ${name}`));
  });

  it('refuses what is no object', () => {
    expect(problemsOf([1])).toHaveLength(1);
    expect(problemsOf('accent')).toHaveLength(1);
  });
});
