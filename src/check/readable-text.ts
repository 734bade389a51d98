import type { FieldPath, Problem } from '../diagnostics/diagnostic.ts';
import type { Field, IssueContents } from '../issue/contents.ts';
import type { Issue } from '../issue/schema.ts';
import type { ProseBlock, ProseReader } from '../markdown/read-prose.ts';

/** A text that a reader reads: a line of the data, or a paragraph or heading of its prose. */
export interface ReadableText extends Pick<ProseBlock, 'links' | 'next'> {
  readonly path: FieldPath;
  /** The key that it stands under, such as `subject`, `title` or `body`. */
  readonly field: string;
  readonly kind: 'line' | 'paragraph' | 'heading';
  /** True for the words of others: a Markdown quotation, a `quote` or a `post`. */
  readonly isQuoted: boolean;
  /** As written; in prose, U+E000 (`NOT_PROSE`) stands for code and for a picture. */
  readonly text: string;
  /** True for the last paragraph or heading of its field, footnotes apart. */
  readonly isLast: boolean;
  /** Where a stretch of the text is written in the field's string. */
  readonly piece: (start: number, length: number) => NonNullable<Problem['piece']>;
}

/** All that a reader reads of an issue, in its order; code, addresses and `alt` are left out. */
export function readTexts(
  issue: Issue,
  contents: IssueContents,
  readProse: ProseReader,
): readonly ReadableText[] {
  const head = (['subject', 'preheader', 'title'] as const).flatMap((key): ReadableText[] => {
    const text = issue[key];
    return text === undefined ? [] : [asLine({ path: [key], text }, false)];
  });
  const lines = contents.lines.map((field) => asLine(field, isQuotedField(issue, field.path)));
  const prose = contents.markdown.flatMap((field) => {
    const isQuoted = isQuotedField(issue, field.path);
    const blocks = readProse(field.text);
    const last = blocks.findLast(({ isNote }) => !isNote);
    return blocks.map((block) => ({
      ...asProse(field, block, isQuoted),
      isLast: block === last,
    }));
  });
  return [...head, ...[...lines, ...prose].sort(bySection)];
}

// --- internal ---

function asLine({ path, text }: Field, isQuoted: boolean): ReadableText {
  const piece = (offset: number, length: number) => ({ offset, length });
  const shared = { path, field: fieldOf(path), text, isQuoted, isLast: true, piece };
  return { ...shared, kind: 'line', links: [], next: null };
}

function asProse({ path }: Field, block: ProseBlock, isQuoted: boolean): ReadableText {
  const { kind, text, links, next, starts } = block;
  return {
    path,
    field: fieldOf(path),
    kind,
    text,
    links,
    next,
    isQuoted: isQuoted || block.isQuoted,
    isLast: false,
    piece: (start, length) => {
      const offset = starts[start] ?? 0;
      const last = starts[start + length - 1] ?? offset;
      return { offset, length: Math.max(0, last - offset) + (length === 0 ? 0 : 1) };
    },
  };
}

function fieldOf(path: FieldPath): string {
  return path.findLast((step): step is string => typeof step === 'string') ?? '';
}

/** Whether the text of a field is somebody else's: the block that it stands in tells. */
function isQuotedField(issue: Issue, path: FieldPath): boolean {
  let value: unknown = issue;
  for (const step of path.slice(0, -1)) {
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  const { kind } = value as { readonly kind?: string };
  return kind === 'quote' || kind === 'post';
}

function bySection(a: ReadableText, b: ReadableText): number {
  return Number(a.path[1]) - Number(b.path[1]);
}
