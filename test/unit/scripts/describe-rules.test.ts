import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeRules } from '../../../scripts/describe-rules.ts';

describe('docs/checks.md', () => {
  it('says what the rules say: `npm run docs` writes it anew', async () => {
    const written = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
    expect(written).toBe(await describeRules());
  });
});
