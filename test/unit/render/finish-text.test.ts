import { describe, expect, it } from 'vitest';
import { finishText } from '../../../src/render/finish-text.ts';

describe('finishText', () => {
  it('leaves one blank line at most, and one line break at the end', () => {
    expect(finishText('\n\na\n\n\n\nb\n\n\n')).toBe('a\n\nb\n');
  });

  it('keeps the blank lines of code, which are four spaces until now', () => {
    expect(finishText('    a\n    \n    \n    b')).toBe('a\n\n\n    b\n');
  });

  it('trims every line but the mark of the signature', () => {
    expect(finishText('a  \n-- \nb\t\n')).toBe('a\n-- \nb\n');
  });
});
