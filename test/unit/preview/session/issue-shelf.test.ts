import { describe, expect, it } from 'vitest';
import type { ShownDiagnostic } from '../../../../src/preview/model.ts';
import type { HeldIssue, Print } from '../../../../src/preview/session/held-issue.ts';
import { createIssueShelf } from '../../../../src/preview/session/issue-shelf.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';

const slugs = ['a', 'b', 'c', 'd'];
const sources = slugs.map((slug) => ({ slug, file: `/letter/issues/${slug}.yaml` }));
const print = { facts: {} } as unknown as Print;
const error = { severity: 'error' } as ShownDiagnostic;

function fill() {
  const shelf = createIssueShelf(workspaceAt('/letter'), 2);
  shelf.list(sources);
  const put = (slug: string, change: Partial<HeldIssue>) => {
    const held = shelf.get(slug);
    if (held === null) throw new Error(`There is no ${slug}.`);
    shelf.put({ ...held, isOutdated: false, ...change });
  };
  const printed = () => shelf.all().flatMap((held) => (held.print === null ? [] : [held.row.slug]));
  return { shelf, put, printed };
}

describe('the shelf', () => {
  it('keeps the prints of the issues opened last', () => {
    const { shelf, put, printed } = fill();
    for (const slug of slugs) {
      shelf.touch(slug);
      put(slug, { print });
    }
    expect(printed()).toEqual(['d', 'c']);
    shelf.touch('c');
    shelf.touch('a');
    put('a', { print });
    expect(printed()).toEqual(['c', 'a']);
  });

  it('keeps no print of an issue that nobody opened', () => {
    const { put, printed } = fill();
    put('a', { print });
    expect(printed()).toEqual([]);
  });

  it('keeps the last good print of an issue with errors, which could not be made again', () => {
    const { shelf, put, printed } = fill();
    shelf.touch('a');
    put('a', { print, diagnostics: [error] });
    for (const slug of ['b', 'c', 'd']) shelf.touch(slug);
    expect(printed()).toEqual(['a']);
    put('a', { print, diagnostics: [] });
    expect(printed()).toEqual([]);
  });

  it('gives its rows by date, the newest first, and the same array until one is another', () => {
    const { shelf, put } = fill();
    const slugsOf = () => shelf.rows().map(({ slug }) => slug);
    expect(slugsOf()).toEqual(['d', 'c', 'b', 'a']);
    const rows = shelf.rows();
    put('a', { print });
    shelf.outdate(() => true);
    expect(shelf.rows()).toBe(rows);
    const row = { ...shelf.get('a')?.row, facts: { date: 'later', number: 1 } };
    put('a', { row: row as HeldIssue['row'] });
    expect(slugsOf()).toEqual(['a', 'd', 'c', 'b']);
    shelf.list(sources.slice(0, 2));
    expect(slugsOf()).toEqual(['a', 'b']);
  });

  it('gives what is outdated: the opened ones first, then the newest', () => {
    const { shelf, put } = fill();
    expect(shelf.outdated()).toEqual({ opened: [], next: 'd' });
    shelf.touch('b');
    expect(shelf.outdated()).toEqual({ opened: ['b'], next: 'b' });
    for (const slug of slugs) put(slug, {});
    expect(shelf.outdated()).toEqual({ opened: [], next: null });
    expect(shelf.outdate(({ source }) => source.slug === 'c')).toEqual(['c']);
    expect(shelf.outdated()).toEqual({ opened: [], next: 'c' });
  });

  it('takes a new list, with what it knows of issues that stay', () => {
    const { shelf, put } = fill();
    shelf.touch('a');
    put('a', { print });
    put('b', {});
    shelf.list([
      { slug: 'a', file: '/letter/issues/a.ts' },
      { slug: 'b', file: '/letter/issues/b.yaml' },
    ]);
    expect(shelf.get('c')).toBeNull();
    expect(shelf.get('a')).toMatchObject({ print, isOutdated: true, row: { file: 'issues/a.ts' } });
    expect(shelf.get('b')?.isOutdated).toBe(false);
    expect(shelf.isSource('/letter/issues/a.ts')).toBe(true);
    expect(shelf.isSource('/letter/issues/a.yaml')).toBe(false);
  });
});
