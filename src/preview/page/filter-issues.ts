import type { IssueRow } from '../model.ts';

/** The issues in which every word that was typed is found, among what the list shows of them. */
export function filterIssues(rows: readonly IssueRow[], typed: string): readonly IssueRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const searched = searchedIn(row);
    return words.every((word) => searched.includes(word));
  });
}

// --- internal ---

function searchedIn({ slug, facts }: IssueRow): string {
  if (facts === null) return slug;
  const { number, date, subject, status } = facts;
  return `${slug} #${number} ${date} ${subject} ${status}`.toLowerCase();
}
