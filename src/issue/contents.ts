import type { FieldPath } from '../diagnostics/diagnostic.ts';

/** A text of an issue and where it stands. */
export interface Field {
  readonly path: FieldPath;
  readonly text: string;
}

/** The texts of an issue by what they are. */
export interface IssueContents {
  readonly markdown: readonly Field[];
  /** Plain lines that a reader sees: titles, headings, names, captions. */
  readonly lines: readonly Field[];
  readonly links: readonly Field[];
  readonly images: readonly Field[];
  readonly codes: readonly (Field & { readonly language: string })[];
}

/**
 * Walks an issue once and sorts its texts by the key they stand under. Takes the data as written,
 * so that what is inside a broken issue can be checked too.
 */
export function issueContents(issue: unknown): IssueContents {
  const contents = { markdown: [], lines: [], links: [], images: [], codes: [] };
  if (typeof issue === 'object' && issue !== null && 'sections' in issue) {
    walk(issue.sections, ['sections'], null, contents);
  }
  return contents;
}

// --- internal ---

interface Collected {
  readonly markdown: Field[];
  readonly lines: Field[];
  readonly links: Field[];
  readonly images: Field[];
  readonly codes: (Field & { readonly language: string })[];
}

const markdownKeys = new Set(['body', 'lead', 'note', 'ps', 'signature', 'text']);
const linkKeys = new Set(['url', 'href']);
const imageKeys = new Set(['src', 'image', 'thumbnail', 'avatar']);
/** Told by their place or never shown: an image's alt is read aloud, not counted or set. */
const otherKeys = new Set(['kind', 'date', 'language', 'tone', 'alt', 'mark', 'handle']);

type Parent = Readonly<Record<string, unknown>> | null;

function walk(value: unknown, path: FieldPath, parent: Parent, into: Collected): void {
  if (typeof value === 'string') return sort(value, path, parent, into);
  if (Array.isArray(value)) {
    value.forEach((element: unknown, index) => {
      walk(element, [...path, index], parent, into);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Readonly<Record<string, unknown>>;
  for (const [key, field] of Object.entries(object)) walk(field, [...path, key], object, into);
}

function sort(text: string, path: FieldPath, parent: Parent, into: Collected): void {
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const field = { path, text };
  if (key === 'code') into.codes.push({ ...field, language: String(parent?.['language']) });
  else if (linkKeys.has(key)) into.links.push(field);
  else if (imageKeys.has(key)) into.images.push(field);
  else if (key === 'text' && parent?.['kind'] === 'button') into.lines.push(field);
  else if (markdownKeys.has(key)) into.markdown.push(field);
  else if (!otherKeys.has(key)) into.lines.push(field);
}
