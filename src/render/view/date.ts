/**
 * A calendar date (YYYY-MM-DD) written out in a language: "November 2, 2026", "2. November 2026".
 * The commonest languages do without Intl, whose first use takes longer than rendering the issue.
 */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = englishMonths[(month ?? 1) - 1];
  if (language === 'en' || language === 'en-US') return `${name} ${day}, ${year}`;
  if (language === 'en-GB') return `${day} ${name} ${year}`;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

// --- internal ---

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
