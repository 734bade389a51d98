import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { issueContents } from '../issue/contents.ts';
import type { LoadedIssue } from '../issue/load-issue.ts';
import { loadIssue } from '../issue/load-issue.ts';
import type { LocalPicture } from '../issue/pictures.ts';
import { readPictures } from '../issue/pictures.ts';
import type { ReadMarkdown } from '../issue/read-markdown.ts';
import { readMarkdown } from '../issue/read-markdown.ts';
import type { Issue } from '../issue/schema.ts';
import type { RenderInput } from '../render/render-input.ts';
import { renderIssue } from '../render/render-issue.ts';
import { fillSlug, readingMinutes } from '../render/view/issue-view.ts';
import type { Source } from '../source/source.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import { placeProblems } from '../workspace/place-problems.ts';
import type { PrintedPicture } from './compose-issue.ts';
import { composeIssue } from './compose-issue.ts';
import type { Highlights } from './highlight-codes.ts';
import { highlightCodes } from './highlight-codes.ts';
import type { Press } from './press.ts';

/** An issue with everything it is made of, checked and ready to be rendered. */
export interface PreparedIssue {
  /** Null when there are errors. */
  readonly ready: ReadyIssue | null;
  /**
   * Also there with errors in prose or pictures: it can be rendered, with what is wrong left out.
   * Null when the data itself is broken.
   */
  readonly renderable: ReadyIssue | null;
  /** The way to the place of a field; null when the source can't be read at all. */
  readonly source: Source | null;
  /** Every file it is made of, absolute. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What `printIssue` renders. */
export interface ReadyIssue {
  readonly issue: Issue;
  readonly markdown: ReadMarkdown;
  readonly pictures: ReadonlyMap<string, LocalPicture>;
  readonly highlights: Highlights;
}

/** An issue as readers see it, without the message that brings it. */
export interface RenderedIssue {
  /** As it is set, with typographic quotes. */
  readonly subject: string;
  /** Set likewise. */
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly PrintedPicture[];
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
}

/** A finished issue. */
export interface PrintedIssue extends RenderedIssue {
  /** The message, RFC 5322. */
  readonly eml: Uint8Array;
}

/** Loads an issue and all that belongs to it, and finds every problem. */
export async function prepareIssue(
  press: Pick<Press, 'workspace' | 'parser' | 'highlight' | 'readOptions'>,
  issue: IssueFile,
): Promise<PreparedIssue> {
  const loaded = await loadIssue(press.workspace, issue, press.readOptions);
  return completeIssue(press, issue.file, loaded);
}

/** Adds to the data of an issue what belongs to it. The paths of pictures start beside `file`. */
export async function completeIssue(
  press: Pick<Press, 'workspace' | 'parser' | 'highlight'>,
  file: string,
  loaded: LoadedIssue,
): Promise<PreparedIssue> {
  const { workspace, parser, highlight } = press;
  const { source, issue } = loaded;
  if (source === null) {
    return {
      ready: null,
      renderable: null,
      source: null,
      files: loaded.files,
      diagnostics: loaded.diagnostics,
    };
  }

  const contents = issueContents(source.value);
  const markdown = readMarkdown(contents, parser);
  const fields = [...contents.images, ...markdown.pictures];
  const read = await readPictures(workspace.root, file, fields);
  const highlights = await highlightCodes(markdown.codes, highlight);
  const problems: Problem[] = [...markdown.problems, ...read.problems, ...highlights.problems];
  const diagnostics = [
    ...loaded.diagnostics,
    ...(await placeProblems(workspace, source, problems)),
  ].sort(byPlace);
  const renderable =
    issue === null ? null : { issue, markdown, pictures: read.pictures, highlights };
  const ready = hasErrors(diagnostics) ? null : renderable;
  return { ready, renderable, source, files: [...loaded.files, ...read.files], diagnostics };
}

/** Renders a prepared issue and composes its message. Pure: the same input gives the same bytes. */
export async function printIssue(
  press: Press,
  slug: string,
  ready: ReadyIssue,
): Promise<PrintedIssue> {
  const rendered = renderReady(press, slug, ready);
  return { ...rendered, eml: await composeReady(press, slug, ready, rendered) };
}

/** Renders a prepared issue, for who needs no message. */
export function renderReady(press: Press, slug: string, ready: ReadyIssue): RenderedIssue {
  const { words } = ready.markdown;
  const { input, pictures } = renderInput(press, slug, ready, false);
  const { html, text, subject, preheader } = renderIssue(press.program, input);
  const { avatar } = press;
  // A letter that is signed in its own words has no avatar, nor do some themes: it stays at home.
  const shown = pictures.filter(
    ({ image, url }) => image !== avatar?.image || html.includes(escapeHtml(url)),
  );
  const minutes = readingMinutes(words);
  return { subject, preheader, html, text, pictures: shown, words, minutes };
}

/** Composes the message of what was rendered. */
export function composeReady(
  { publication }: Press,
  slug: string,
  { issue }: ReadyIssue,
  { subject, html, text, pictures }: RenderedIssue,
): Promise<Uint8Array> {
  return composeIssue({ slug, issue, publication, subject, html, text, pictures });
}

/**
 * What an issue is rendered from, and the pictures that it shows. With a `trace`, for a program that
 * was compiled with it too.
 */
export function renderInput(
  press: Press,
  slug: string,
  ready: ReadyIssue,
  trace: boolean,
): { readonly input: RenderInput; readonly pictures: readonly PrintedPicture[] } {
  const { publication, avatar } = press;
  const { issue, markdown } = ready;
  const local = new Map<string, PrintedPicture>();
  for (const [source, picture] of ready.pictures) local.set(source, withUrl(press, slug, picture));
  const printedAvatar = avatar === null ? null : withUrl(press, slug, avatar);
  const input: RenderInput = {
    slug,
    issue,
    publication,
    tokens: press.tokens,
    markdown: markdown.markdown,
    highlight: ready.highlights.lines,
    hasCode: markdown.codes.length > 0,
    words: markdown.words,
    trace,
    picture: (source) => asShown(source, local.get(source)),
    avatar:
      publication.author.avatar === undefined
        ? null
        : asShown(publication.author.avatar, printedAvatar),
  };
  const all = [...local.values(), ...(printedAvatar === null ? [] : [printedAvatar])];
  const pictures = [...new Map(all.map((picture) => [picture.path, picture])).values()];
  return { input, pictures };
}

// --- internal ---

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Beside email.html, or where the publication keeps its pictures. */
function withUrl({ publication }: Press, slug: string, picture: LocalPicture): PrintedPicture {
  if (publication.imageBase === undefined) return { ...picture, url: picture.path };
  const base = fillSlug(publication.imageBase, slug).replace(/\/?$/, '/');
  return { ...picture, url: base + picture.path.slice(picture.path.lastIndexOf('/') + 1) };
}

function asShown(source: string, picture: PrintedPicture | null | undefined) {
  if (picture === null || picture === undefined) return { url: source, width: null, height: null };
  return { url: picture.url, width: picture.image.width, height: picture.image.height };
}
