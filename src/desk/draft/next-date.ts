/**
 * When the next issue is due, from the dates of those before, the last one last; all YYYY-MM-DD.
 * Issues less than four weeks apart go on at that distance. Others go on a month later (two to six
 * months, when the last three are that far apart): on the same weekday of the month when the last
 * two had one in common (the first Monday), else on the same day.
 */
export function nextDate(dates: readonly string[]): string | null {
  const [last, before, third] = dates.toReversed().map(parse);
  if (last === undefined) return null;
  if (before === undefined) return format(sameDay(last, 1));
  const gap = Math.round((last.getTime() - before.getTime()) / day);
  if (gap > 0 && gap < 28) return format(new Date(last.getTime() + gap * day));
  const step = third === undefined ? 1 : regularStep(last, before, third);
  if (isLastOfMonth(last) && isLastOfMonth(before)) return format(lastOfMonth(last, step));
  if (last.getUTCDate() === before.getUTCDate()) return format(sameDay(last, step));
  return format(sameWeekday(last, before, step) ?? sameDay(last, step));
}

// --- internal ---

const day = 86_400_000;

function parse(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function format(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function monthsBetween(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  return 12 * years + to.getUTCMonth() - from.getUTCMonth();
}

function regularStep(last: Date, before: Date, third: Date): number {
  const [step, earlier] = [monthsBetween(before, last), monthsBetween(third, before)];
  return step === earlier && step > 1 && step <= 6 ? step : 1;
}

/** The day of that number, or the last one of a month that is shorter. */
function sameDay(date: Date, step: number): Date {
  const end = lastOfMonth(date, step);
  return new Date(end.getTime() - Math.max(0, end.getUTCDate() - date.getUTCDate()) * day);
}

function lastOfMonth(date: Date, step: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step + 1, 0));
}

function isLastOfMonth(date: Date): boolean {
  return lastOfMonth(date, 0).getUTCDate() === date.getUTCDate();
}

/** The second Tuesday or the last Friday; null when the two dates have no such thing in common. */
function sameWeekday(last: Date, before: Date, step: number): Date | null {
  if (last.getUTCDay() !== before.getUTCDay()) return null;
  const end = lastOfMonth(last, step);
  const fromEnd = (end.getUTCDay() - last.getUTCDay() + 7) % 7;
  const count = Math.ceil(last.getUTCDate() / 7);
  if (count === Math.ceil(before.getUTCDate() / 7)) {
    const first = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), 1));
    const offset = ((last.getUTCDay() - first.getUTCDay() + 7) % 7) + 7 * (count - 1);
    const found = new Date(first.getTime() + offset * day);
    // Few months have a fifth one.
    return found > end ? new Date(end.getTime() - fromEnd * day) : found;
  }
  const areLast = [last, before].every((date) => {
    return lastOfMonth(date, 0).getUTCDate() - date.getUTCDate() < 7;
  });
  return areLast ? new Date(end.getTime() - fromEnd * day) : null;
}
