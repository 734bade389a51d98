import { describe, expect, it } from 'vitest';
import { nextDate } from '../../../src/desk/draft/next-date.ts';

describe('nextDate', () => {
  it.each<[name: string, dates: string[], next: string | null]>([
    ['nothing for the very first', [], null],
    ['the same day of the next month after one issue', ['2026-11-02'], '2026-12-02'],
    ['the same day when two share it', ['2026-10-05', '2026-11-05'], '2026-12-05'],
    ['the first Monday', ['2026-10-05', '2026-11-02'], '2026-12-07'],
    ['the last Friday', ['2026-08-28', '2026-10-30'], '2026-11-27'],
    ['the last day of the month', ['2026-01-31', '2026-02-28'], '2026-03-31'],
    ['a shorter month', ['2026-01-31'], '2026-02-28'],
    ['a leap day', ['2028-01-31'], '2028-02-29'],
    ['a fifth Monday that the month lacks', ['2026-03-30', '2026-06-29'], '2026-07-27'],
    ['next year', ['2026-11-02', '2026-12-07'], '2027-01-04'],
    ['a week', ['2026-11-02', '2026-11-09'], '2026-11-16'],
    ['two weeks over the end of the year', ['2026-12-10', '2026-12-24'], '2027-01-07'],
    ['a quarter', ['2026-01-15', '2026-04-15', '2026-07-15'], '2026-10-15'],
    ['a month after one was skipped', ['2026-01-15', '2026-02-15', '2026-04-15'], '2026-05-15'],
    ['the same day when nothing is shared', ['2026-10-05', '2026-11-10'], '2026-12-10'],
    ['a month when two have one date', ['2026-11-02', '2026-11-02'], '2026-12-02'],
  ])('finds %s', (_, dates, next) => {
    expect(nextDate(dates)).toBe(next);
  });
});
