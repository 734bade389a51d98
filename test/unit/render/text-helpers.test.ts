import { describe, expect, it } from 'vitest';
import { textHelpers } from '../../../src/render/text-helpers.ts';
import { displayWidth } from '../../../src/text/display-width.ts';

const { wrap, underline, rule } = textHelpers;

describe('the helpers of plain text templates', () => {
  it('wrap at 72 columns, with what stands before and after the text', () => {
    const text = wrap?.(['word '.repeat(20).trim()], { first: '[Image: ', last: ']' }) ?? '';
    const lines = text.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\[Image: word /);
    expect(text.endsWith('word]')).toBe(true);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(72);
  });

  it('underline a title', () => {
    expect(underline?.(['日本 🔥', '-'], {})).toBe('日本 🔥\n-------');
  });

  it('draw a rule over the whole width, with or without a title', () => {
    expect(rule?.([''], {})).toBe('-'.repeat(72));
    const titled = rule?.(['Sponsored: Acme 🔥'], {}) ?? '';
    expect(titled).toMatch(/^--- Sponsored: Acme 🔥 -+$/);
    expect(displayWidth(titled)).toBe(72);
  });

  it('put a title that fills the line under the rule', () => {
    const title = 'Sponsored: '.padEnd(70, 'x');
    expect(rule?.([title], {})).toBe(`${'-'.repeat(72)}\n${title}`);
  });
});
