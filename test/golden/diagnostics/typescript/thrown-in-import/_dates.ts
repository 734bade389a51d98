/** The name of a date's month. */
export function monthOf(date: string): string {
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) {
    throw new RangeError(`${date} is no date`);
  }
  return parsed.toLocaleString('en', { month: 'long' });
}
