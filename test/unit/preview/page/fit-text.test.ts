import { describe, expect, it } from 'vitest';
import { cutWords, fitText } from '../../../../src/preview/page/fit-text.ts';

const perCharacter = (text: string) => Array.from(text).length * 10;

describe('a text in little room', () => {
  it('is seen whole where it fits', () => {
    expect(fitText('Seven up', 80, perCharacter)).toEqual({ shown: 'Seven up', seen: 8, total: 8 });
    expect(fitText('', 0, perCharacter)).toEqual({ shown: '', seen: 0, total: 0 });
  });

  it('is cut with an ellipsis, which takes room too', () => {
    const fitted = fitText('What is in an email, anyway?', 100, perCharacter);
    expect(fitted).toEqual({ shown: 'What is i…', seen: 9, total: 28 });
  });

  it('is never cut inside of what a person sees as one character', () => {
    const fitted = fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 90, perCharacter);
    expect(fitted).toEqual({ shown: '👩‍👩‍👧‍👦…', seen: 1, total: 2 });
  });

  it('is told in words', () => {
    expect(cutWords('subject', { shown: 'All', seen: 3, total: 3 })).toBe(
      'The subject is seen whole.',
    );
    expect(cutWords('subject', { shown: 'What is in…', seen: 10, total: 28 })).toBe(
      'The subject is cut after “What is in”: 10 of 28 characters are seen.',
    );
    expect(cutWords('preheader', { shown: '…', seen: 0, total: 5 })).toBe(
      'Nothing of the preheader is seen.',
    );
  });
});
