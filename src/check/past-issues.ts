import type { ArchivedIssue } from '../press/read-archive.ts';
import type { ArchivedFacts } from '../press/read-issue.ts';
import { sameAddress } from './same-address.ts';

/** Another issue of the workspace. */
export interface PastIssue extends ArchivedFacts {
  readonly slug: string;
  /** Where its links lead (`sameAddress`), but those of its sponsors. */
  readonly addresses: () => ReadonlySet<string>;
}

/** The issues that can be read, by date and number, the oldest first. */
export function toPastIssues(archive: readonly ArchivedIssue[]): readonly PastIssue[] {
  return archive
    .flatMap(({ slug, facts }) => (facts === null ? [] : [toPastIssue(slug, facts)]))
    .sort(byAge);
}

/** The oldest first: by date, then by number. */
export function byAge(a: PastIssue, b: PastIssue): number {
  if (a.date === b.date) return a.number - b.number;
  return a.date < b.date ? -1 : 1;
}

/** The addresses are worked out once for all issues that are held against it. */
export function toPastIssue(slug: string, facts: ArchivedFacts): PastIssue {
  let known: ReadonlySet<string> | null = null;
  return { ...facts, slug, addresses: () => (known ??= addressesOf(facts)) };
}

// --- internal ---

function addressesOf({ links, sections }: ArchivedFacts): ReadonlySet<string> {
  const addresses = links.flatMap(({ url, path }) => {
    const section = Number(/^sections\[(\d+)\]/.exec(path)?.[1] ?? -1);
    const address = sections[section] === 'sponsor' ? null : sameAddress(url);
    return address === null ? [] : [address];
  });
  return new Set(addresses);
}
