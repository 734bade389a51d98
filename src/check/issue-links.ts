import type { FieldPath, Problem } from '../diagnostics/diagnostic.ts';
import type { IssueContents } from '../issue/contents.ts';
import type { ReadMarkdown } from '../issue/read-markdown.ts';
import type { Issue, SectionKind } from '../issue/schema.ts';

/** A link of an issue, whether it stands in a field or in prose. */
export interface IssueLink {
  /** In prose normalized: percent-encoded, the host in ASCII. */
  readonly url: string;
  /** The address as the author wrote it. */
  readonly written: string;
  readonly path: FieldPath;
  /** Where the address is written in the field's string. */
  readonly piece: NonNullable<Problem['piece']>;
  /** What a reader sees, in prose; null for a field. */
  readonly text: string | null;
  /** The index of its section, and what that is. */
  readonly section: number;
  readonly kind: SectionKind;
}

/** All links of an issue, section by section, those of fields first. */
export function readLinks(
  issue: Issue,
  contents: IssueContents,
  { markdown }: ReadMarkdown,
): readonly IssueLink[] {
  const fields = contents.links.map(({ path, text }) => {
    const piece = { offset: 0, length: text.length };
    return { url: text, written: text, path, piece, text: null };
  });
  const prose = contents.markdown.flatMap(({ path, text: source }) =>
    (markdown.get(source)?.links ?? []).map(({ url, text, offset, length }) => {
      const written = source.slice(offset, offset + length);
      return { url, written, path, piece: { offset, length }, text };
    }),
  );
  return [...fields, ...prose]
    .map((link) => {
      const section = Number(link.path[1]);
      return { ...link, section, kind: issue.sections[section]?.kind ?? 'topic' };
    })
    .sort((a, b) => a.section - b.section);
}
