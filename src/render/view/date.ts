/** A calendar date (YYYY-MM-DD) written out in a language: "2 November 2026", "November 2, 2026". */
export function formatDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
