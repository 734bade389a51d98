import { describe, expect, it } from 'vitest';
import { countChanges, foldChanges } from '../../../../src/preview/page/fold-changes.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

describe('a comparison', () => {
  it('keeps a few lines around a change and says how many it leaves out', () => {
    const rows = foldChanges([
      { kind: 'same', lines: lines(10) },
      { kind: 'removed', lines: ['old'] },
      { kind: 'added', lines: ['new'] },
      { kind: 'same', lines: lines(20) },
      { kind: 'added', lines: ['newer'] },
    ]);
    expect(rows.map((row) => (row.kind === 'left-out' ? row.count : row.line))).toEqual([
      7,
      'line 8',
      'line 9',
      'line 10',
      'old',
      'new',
      'line 1',
      'line 2',
      'line 3',
      14,
      'line 18',
      'line 19',
      'line 20',
      'newer',
    ]);
  });

  it('leaves no single line out: that would take as much room', () => {
    const rows = foldChanges([
      { kind: 'same', lines: lines(4) },
      { kind: 'added', lines: ['new'] },
    ]);
    expect(rows).toHaveLength(5);
  });

  it('is counted in lines', () => {
    const changes = [
      { kind: 'removed', lines: lines(2) },
      { kind: 'same', lines: lines(9) },
      { kind: 'added', lines: lines(3) },
    ] as const;
    expect(countChanges(changes)).toEqual({ added: 3, removed: 2 });
  });
});
