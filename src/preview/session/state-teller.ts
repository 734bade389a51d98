import type { SessionEvent, SessionState } from './open-issue.ts';

/**
 * Makes what tells that the state is another than the last time, but for what is told issue by issue;
 * not the first time. It is asked between any two pieces of work, so the state is only read when one
 * of the values that it is made of isn't the same any more.
 */
export function createStateTeller(
  tell: (event: SessionEvent) => void,
): (madeOf: readonly unknown[], read: () => SessionState) => void {
  let before: readonly unknown[] = [];
  let told: string | null = null;
  return (madeOf, read) => {
    if (madeOf.every((value, at) => value === before[at])) return;
    before = madeOf;
    const { issues, ...rest } = read();
    const now = JSON.stringify([rest, issues.map(({ slug, file }) => [slug, file])]);
    if (told !== null && told !== now) tell({ type: 'state' });
    told = now;
  };
}
