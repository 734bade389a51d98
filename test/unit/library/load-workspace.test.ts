import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIssues } from '../../../src/library/build-issues.ts';
import { checkIssues } from '../../../src/library/check-issues.ts';
import { formatDiagnostics } from '../../../src/library/format-diagnostics.ts';
import { listIssues } from '../../../src/library/list-issues.ts';
import { loadIssue } from '../../../src/library/load-issue.ts';
import { loadWorkspace } from '../../../src/library/load-workspace.ts';
import type { Workspace } from '../../../src/library/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeTempFolder, useTempFolder } from '../../support/make-temp-folder.ts';

let workspace: Workspace;
const folder = useTempFolder();

beforeAll(async () => {
  await writeFiles(folder(), {
    'newsletter.config.yaml': smallConfig,
    'issues/2026-11.yaml': smallIssue(1, 'Read [a page](https://a.example/).'),
    'issues/2026-12.yaml': smallIssue(2).replace('number: 2', 'number: two'),
    'issues/Not-A-Slug.yaml': smallIssue(),
  });
  workspace = await loadWorkspace(folder());
});

describe('loadWorkspace', () => {
  it('says what the config says, with its defaults', () => {
    expect(workspace).toMatchObject({ root: folder(), diagnostics: [] });
    expect(workspace.publication).toMatchObject({ name: 'Test Letter', typography: true });
  });

  it('shows nothing of its inside', () => {
    expect(Object.keys(workspace)).toEqual(['root', 'publication', 'diagnostics']);
    expect(inspect(workspace)).not.toContain('settings');
    expect(Object.isFrozen(workspace)).toBe(true);
  });

  it('keeps a config with errors as a value', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': 'name: A\n',
      'issues/a.yaml': smallIssue(),
    });
    const broken = await loadWorkspace(root);
    expect(broken.publication).toBeNull();
    expect(new Set(broken.diagnostics.map(({ code }) => code))).toEqual(new Set(['missing-key']));
    expect(await listIssues(broken)).toMatchObject([{ ok: false, slug: 'a' }]);
  });

  it('throws a UserError where there is no workspace, and no config', async () => {
    const root = await makeTempFolder();
    await expect(loadWorkspace(root)).rejects.toMatchObject({ code: 'missing-workspace' });
    await writeFiles(root, { 'issues/a.yaml': smallIssue() });
    await expect(loadWorkspace(root)).rejects.toMatchObject({ code: 'missing-config' });
  });

  it('is what the others ask for: they refuse anything else', async () => {
    await expect(listIssues({ ...workspace })).rejects.toThrow(TypeError);
  });
});

describe('listIssues', () => {
  it('lists every source, those with errors too', async () => {
    expect(await listIssues(workspace)).toMatchObject([
      {
        ok: true,
        slug: '2026-11',
        file: 'issues/2026-11.yaml',
        number: 1,
        date: '2026-11-02',
        subject: 'Issue 1',
        status: 'draft',
        links: ['https://a.example/'],
      },
      { ok: false, slug: '2026-12', diagnostics: [{ code: 'invalid-type', line: 1 }] },
      { ok: false, slug: 'Not-A-Slug', diagnostics: [{ code: 'invalid-slug' }] },
    ]);
  });
});

describe('loadIssue', () => {
  it('gives the issue with its defaults', async () => {
    const loaded = await loadIssue(workspace, '2026-11');
    expect(loaded).toMatchObject({ ok: true, issue: { number: 1, status: 'draft' } });
  });

  it('gives what is wrong instead', async () => {
    const failed = await loadIssue(workspace, '2026-12');
    expect(failed).toMatchObject({ ok: false, diagnostics: [{ path: 'number' }] });
  });
});

describe('buildIssues', () => {
  it('writes what it can and reports the rest', async () => {
    const told: string[] = [];
    const built = await buildIssues(workspace, {
      onIssue: ({ slug, status }, done, total) => {
        told.push(`${slug} ${status} ${done}/${total}`);
      },
    });
    expect(told).toEqual(['2026-11 written 1/2', '2026-12 failed 2/2']);
    expect(built.ok).toBe(false);
    expect(built.diagnostics).toMatchObject([{ code: 'invalid-slug' }]);
    expect(await buildIssues(workspace, { slugs: ['2026-11'] })).toMatchObject({
      ok: true,
      issues: [{ slug: '2026-11', status: 'unchanged' }],
    });
  });

  it('stops when it is told', async () => {
    const stopped = await buildIssues(workspace, { signal: { aborted: true } });
    expect(stopped.issues).toEqual([]);
  });

  it('throws a UserError for a slug that is none', async () => {
    const building = buildIssues(workspace, { slugs: ['nowhere'] });
    await expect(building).rejects.toMatchObject({ code: 'unknown-issue' });
  });
});

describe('checkIssues', () => {
  it('finds errors and what the rules find', async () => {
    const checked = await checkIssues(workspace);
    expect(checked).toMatchObject({ ok: false, checked: 2 });
    expect(checked.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['invalid-slug', 'invalid-type']),
    );
  });

  it('is content with an issue that has warnings at most', async () => {
    expect(await checkIssues(workspace, { slugs: ['2026-11'] })).toMatchObject({ ok: true });
  });
});

describe('formatDiagnostics', () => {
  it('shows each with the lines around it', async () => {
    const { diagnostics } = await loadIssue(workspace, '2026-12');
    expect(await formatDiagnostics(workspace, diagnostics)).toMatchInlineSnapshot(`
      "issues/2026-12.yaml:1:9  error  invalid-type
        number is "two"; it should be a number.
        > 1 | number: two
            |         ^^^
          2 | date: 2026-11-02"
    `);
  });

  it('is empty for none', async () => {
    expect(await formatDiagnostics(workspace, [])).toBe('');
  });
});
