import type { ChangedLines } from '../model.ts';

/** A row of a comparison: a line, or how many that are the same are left out. */
export type ChangeRow =
  | { readonly kind: ChangedLines['kind']; readonly line: string }
  | { readonly kind: 'left-out'; readonly count: number };

/** How many lines came and went. */
export function countChanges(changes: readonly ChangedLines[]): {
  readonly added: number;
  readonly removed: number;
} {
  const count = (wanted: ChangedLines['kind']) =>
    changes.reduce((sum, { kind, lines }) => sum + (kind === wanted ? lines.length : 0), 0);
  return { added: count('added'), removed: count('removed') };
}

/** The changed lines with a few around them; longer stretches of the same are left out. */
export function foldChanges(changes: readonly ChangedLines[], around = 3): readonly ChangeRow[] {
  return changes.flatMap(({ kind, lines }, index): ChangeRow[] => {
    const rows = lines.map((line) => ({ kind, line }));
    if (kind !== 'same') return rows;
    const before = index === 0 ? 0 : around;
    const after = index === changes.length - 1 ? 0 : around;
    const count = lines.length - before - after;
    // A fold takes a row too.
    if (count < 2) return rows;
    const end = rows.length - after;
    return [...rows.slice(0, before), { kind: 'left-out', count }, ...rows.slice(end)];
  });
}
