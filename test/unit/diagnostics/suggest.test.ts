import { describe, expect, it } from 'vitest';
import { suggest, suggestionHint } from '../../../src/diagnostics/suggest.ts';

describe('suggest', () => {
  const keys = ['preheader', 'subject', 'sections', 'status', 'url'];

  it.each([
    ['preheadr', 'preheader'],
    ['Subject', 'subject'],
    ['sectoins', 'sections'],
    ['ulr', 'url'],
    ['link', null],
    ['', null],
  ])('finds for %j the nearest name: %j', (typed, expected) => {
    expect(suggest(typed, keys)).toBe(expected);
  });

  it('lists what is known when nothing is near', () => {
    expect(suggestionHint('link', ['url', 'title'])).toBe('Known here: `url`, `title`.');
    expect(suggestionHint('titel', ['url', 'title'])).toBe('Did you mean `title`?');
  });
});
