import { suggestionHint } from '../diagnostics/suggest.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { IssueFile, IssueList, MisnamedIssue } from '../workspace/list-issues.ts';

export interface ChosenIssues {
  readonly issues: readonly IssueFile[];
  readonly misnamed: readonly MisnamedIssue[];
}

/** The issues that a command names, or all. Throws a UserError for a slug that is no issue. */
export function chooseIssues(
  { issues, misnamed }: IssueList,
  slugs: readonly string[],
): ChosenIssues {
  if (slugs.length === 0) return { issues, misnamed };
  const known = [...issues, ...misnamed].map(({ slug }) => slug);
  for (const slug of slugs) {
    if (known.includes(slug)) continue;
    const hint = known.length === 0 ? 'issues/ has none yet.' : suggestionHint(slug, known);
    throw new UserError('unknown-issue', `There is no issue ${slug}.`, hint);
  }
  const isNamed = ({ slug }: { readonly slug: string }) => slugs.includes(slug);
  return { issues: issues.filter(isNamed), misnamed: misnamed.filter(isNamed) };
}
