import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/cli/format-table.ts';

describe('formatTable', () => {
  it('sets columns under one another, whatever the script', () => {
    const rows = [
      ['9', '日本', 'end'],
      ['10', 'a', ''],
      ['1', '👩‍💻 ok', 'x'],
    ];
    expect(formatTable(rows, ['right', 'left'])).toBe(
      [' 9  日本   end', '10  a', ' 1  👩‍💻 ok  x', ''].join('\n'),
    );
  });

  it('is empty without rows', () => {
    expect(formatTable([], ['left'])).toBe('');
  });
});
