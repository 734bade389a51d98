import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { resolveInside } from '../../files/is-inside.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ChangedLines, IssueChanges } from '../model.ts';

/** An issue's mail: as it was built, or as it is now. */
export interface MailTexts {
  readonly html: string;
  readonly text: string;
}

/**
 * What the last build of an issue left in `out/`; null if it was never built. `slug` is that of an
 * issue of the workspace. Links that lead out of the workspace are not followed.
 */
export async function readBuilt(workspace: Workspace, slug: string): Promise<MailTexts | null> {
  const [html, text] = await Promise.all(
    ['email.html', 'email.txt'].map((name) => readInside(workspace, slug, name)),
  );
  if (html === null && text === null) return null;
  return { html: html ?? '', text: text ?? '' };
}

/** What changed since the last build, in whole lines. */
export function compareMails(built: MailTexts | null, now: MailTexts): IssueChanges {
  const htmlBytes = {
    built: Buffer.byteLength(built?.html ?? ''),
    now: Buffer.byteLength(now.html),
  };
  if (built === null) return { built: false, htmlBytes, text: [], html: [] };
  return {
    built: true,
    htmlBytes,
    text: compareLines(built.text.split('\n'), now.text.split('\n')),
    html: compareLines(splitTags(built.html), splitTags(now.html)),
  };
}

/**
 * Lines that two texts share, and those that only one has. `timeout` bounds the search, in
 * milliseconds: where it ends, all lines from the first difference to the last are called changed.
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
  timeout = 200,
): readonly ChangedLines[] {
  // Most saves change one place: the search is for the lines between.
  const start = sharedStart(before, after);
  const end = sharedStart(before.slice(start).reverse(), after.slice(start).reverse());
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  const found = diffArrays(removed, added, { timeout, maxEditLength: MAX_EDITS });
  const between: readonly ChangedLines[] =
    found === undefined
      ? [
          { kind: 'removed', lines: removed },
          { kind: 'added', lines: added },
        ]
      : found.map((change) => ({
          kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
          lines: change.value,
        }));
  return merge([
    { kind: 'same', lines: after.slice(0, start) },
    ...between,
    { kind: 'same', lines: after.slice(after.length - end) },
  ]);
}

/** A line a tag with the text after it; a line a rule of its styles. */
export function splitTags(html: string): readonly string[] {
  return (html.match(/<[^>]*>|[^<]+/g) ?? []).flatMap((piece, index, pieces) => {
    if (piece.startsWith('<')) {
      const tag = piece.replace(/\s+/g, ' ').replace(/ (?=\/?>$)/, '');
      const text = pieces[index + 1] ?? '<';
      const isStyle = /^<style\b/i.test(tag);
      return isStyle || text.startsWith('<') ? [tag] : [tag + text.trimEnd()];
    }
    const before = pieces[index - 1];
    if (before === undefined) return piece.trim() === '' ? [] : [piece.trim()];
    return /^<style\b/i.test(before) ? piece.split(/(?<=\})/) : [];
  });
}

// --- internal ---

/** The search takes a time that grows with the square of it. */
const MAX_EDITS = 5000;

async function readInside(
  workspace: Workspace,
  slug: string,
  name: string,
): Promise<string | null> {
  const { root, outDir } = workspace;
  const found = resolveInside(root, join(outDir, slug), name);
  return found.ok ? readFile(found.file, 'utf8').catch(() => null) : null;
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

/** Without empty stretches, and neighbours of one kind as one. */
function merge(stretches: readonly ChangedLines[]): readonly ChangedLines[] {
  const merged: ChangedLines[] = [];
  for (const stretch of stretches) {
    if (stretch.lines.length === 0) continue;
    const last = merged.at(-1);
    if (last?.kind === stretch.kind) {
      merged[merged.length - 1] = { kind: last.kind, lines: [...last.lines, ...stretch.lines] };
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}
