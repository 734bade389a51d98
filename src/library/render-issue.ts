import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Issue, IssueInput } from '../issue/schema.ts';
import type { FailedIssue } from './list-issues.ts';
import { prepareBy, prepareSlug } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import type { Workspace } from './workspace.ts';
import { innerOf } from './workspace.ts';

/** A finished issue: the same bytes that `galley build` writes. */
export interface RenderedIssue {
  /** Tells it from an issue with errors. */
  readonly ok: true;
  /** The issue's name, which stands for it in addresses. */
  readonly slug: string;
  /** What was rendered, with the defaults of what was left out. */
  readonly issue: Issue;
  /** With the typographic quotes it is sent with. */
  readonly subject: string;
  /** What the inbox shows after the subject, set likewise. */
  readonly preheader: string;
  /** A whole document. Its pictures stand at the paths of `images`, or under the `imageBase`. */
  readonly html: string;
  /** The same letter as plain text. */
  readonly text: string;
  /** The mail as a file, RFC 5322, with its pictures inside: `email.eml`. */
  readonly message: Uint8Array;
  /** The pictures of the workspace that it shows, to be put beside the HTML. */
  readonly images: readonly RenderedImage[];
  /** Readable words, without code. */
  readonly words: number;
  /** Reading time, in whole minutes. */
  readonly minutes: number;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A picture of the workspace that an issue shows. */
export interface RenderedImage {
  /** `images/<name>-<hash>.<ending>`, from the place of the HTML. */
  readonly path: string;
  /** From its content, not from its name. */
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
  /** The file itself. */
  readonly bytes: Uint8Array;
  /** In pixels of the file. */
  readonly width: number;
  /** In pixels of the file. */
  readonly height: number;
}

/** For an issue in memory: what else its file would tell. */
export interface RenderOptions {
  /** Small letters, digits and hyphens; the month of the issue, such as `2026-11`, if left out. */
  readonly slug?: string | undefined;
  /** Where the paths of its pictures start, from the root of the workspace; else `issues`. */
  readonly folder?: string | undefined;
}

/**
 * Renders one issue to HTML, plain text and a message, and writes nothing but Galley's cache.
 * `issue` is the slug of an issue of the workspace, or an issue in memory; the places of what is
 * wrong with the latter are paths (`sections[3].items[2].url`), without a line.
 *
 * Throws a `UserError` (`unknown-issue`) where the workspace has no issue of this slug.
 */
export async function renderIssue(
  workspace: Workspace,
  issue: string | IssueInput,
  options: RenderOptions = {},
): Promise<RenderedIssue | FailedIssue> {
  const prepared =
    typeof issue === 'string'
      ? await prepareSlug(workspace, issue)
      : await prepareGiven(workspace, issue, options);
  return prepared.ok ? print(prepared) : prepared;
}

// --- internal ---

async function prepareGiven(
  workspace: Workspace,
  issue: IssueInput,
  options: RenderOptions,
): Promise<Prepared | FailedIssue> {
  const { slug = monthOf(issue), folder = 'issues' } = options;
  const { root } = innerOf(workspace).folders;
  return prepareBy(workspace, { slug, file: inMemory }, async (press) => {
    const { prepareValue } = await import('../press/printing.ts');
    return prepareValue(press, issue, { folder: join(root, folder), name: inMemory });
  });
}

/** How reports name the file of an issue that has none. */
const inMemory = '(in memory)';

/** Of a value that may be anything: it is not validated yet. */
function monthOf(issue: unknown): string {
  const date = (issue as Readonly<Record<string, unknown>> | null)?.['date'];
  return typeof date === 'string' ? date.slice(0, 'YYYY-MM'.length) : 'issue';
}

async function print(prepared: Prepared): Promise<RenderedIssue> {
  const { slug, press, ready, diagnostics } = prepared;
  const { printIssue } = await import('../press/printing.ts');
  const { eml, pictures, ...printed } = await printIssue(press, slug, ready);
  const images = pictures.map(({ path, image: { type, bytes, width, height } }) => {
    return { path, type, bytes, width, height };
  });
  const { issue } = ready;
  return { ok: true, slug, issue, ...printed, message: eml, images, diagnostics };
}
