import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueInput } from '../../../src/issue/schema.ts';
import { buildIssues } from '../../../src/library/build-issues.ts';
import { loadWorkspace } from '../../../src/library/load-workspace.ts';
import { renderIssue } from '../../../src/library/render-issue.ts';
import type { Workspace } from '../../../src/library/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makePng } from '../../support/make-image.ts';
import { makeTempFolder, useTempFolder } from '../../support/make-temp-folder.ts';

const inMemory: IssueInput = {
  number: 4,
  date: '2026-12-07',
  subject: 'It\'s "made" by a program',
  preheader: 'Not from a file.',
  sections: [
    { kind: 'intro', greeting: 'Hello,', body: 'Four words are here.' },
    { kind: 'sign-off', body: 'Bye.' },
  ],
};

let workspace: Workspace;
const folder = useTempFolder();

beforeAll(async () => {
  await writeFiles(folder(), {
    'newsletter.config.yaml': `${smallConfig}viewInBrowser: https://letter.example/{slug}/\n`,
    'issues/2026-11.yaml': smallIssue(3, '![A table](table.png)'),
    'issues/table.png': makePng(20, 10),
    'issues/drafts/table.png': makePng(30, 10),
    'issues/broken.yaml': smallIssue(5).replace('number: 5', 'number: five'),
    'issues/Not-A-Slug.yaml': smallIssue(),
  });
  workspace = await loadWorkspace(folder());
});

describe('renderIssue by slug', () => {
  it('gives the very bytes that a build writes', async () => {
    const rendered = await renderIssue(workspace, '2026-11');
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics));
    await buildIssues(workspace, { slugs: ['2026-11'] });
    const out = join(folder(), 'out/2026-11');
    expect(rendered.html).toBe(await readFile(join(out, 'email.html'), 'utf8'));
    expect(rendered.text).toBe(await readFile(join(out, 'email.txt'), 'utf8'));
    expect(Buffer.from(rendered.message)).toEqual(await readFile(join(out, 'email.eml')));
    const [image] = rendered.images;
    expect(image).toMatchObject({ type: 'image/png', width: 20, height: 10 });
    expect(Buffer.from(image?.bytes ?? [])).toEqual(await readFile(join(out, image?.path ?? '')));
    expect(rendered.images).toHaveLength(1);
    expect(rendered).toMatchObject({ slug: '2026-11', words: 2, minutes: 1, diagnostics: [] });
  });

  it('says what is wrong with an issue that has errors, at its place', async () => {
    const failed = await renderIssue(workspace, 'broken');
    expect(failed).toMatchObject({ ok: false, slug: 'broken', file: 'issues/broken.yaml' });
    expect(failed.diagnostics).toMatchObject([{ code: 'invalid-type', line: 1, column: 9 }]);
  });

  it('says what is wrong with the name of an issue', async () => {
    const failed = await renderIssue(workspace, 'Not-A-Slug');
    expect(failed).toMatchObject({ ok: false, diagnostics: [{ code: 'invalid-slug' }] });
  });

  it('throws a UserError where there is no such issue', async () => {
    const rendering = renderIssue(workspace, '2026-10');
    await expect(rendering).rejects.toMatchObject({ name: 'UserError', code: 'unknown-issue' });
  });

  it('says what is wrong with the config instead', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig.replace('language: en', 'language: no-such-tongue-x'),
      'issues/2026-11.yaml': smallIssue(),
    });
    const failed = await renderIssue(await loadWorkspace(root), '2026-11');
    expect(failed).toMatchObject({ ok: false, file: 'issues/2026-11.yaml' });
    expect(failed.diagnostics).toMatchObject([{ file: 'newsletter.config.yaml' }]);
  });
});

describe('renderIssue of an issue in memory', () => {
  it('renders it as if it were the file of its month', async () => {
    const rendered = await renderIssue(workspace, inMemory);
    expect(rendered).toMatchObject({
      ok: true,
      slug: '2026-12',
      subject: 'It’s “made” by a program',
    });
    expect(rendered).toMatchObject({ issue: { status: 'draft' } });
    expect(rendered.ok && rendered.html).toContain('https://letter.example/2026-12/');
    const named = await renderIssue(workspace, inMemory, { slug: 'special' });
    expect(named.ok && named.html).toContain('https://letter.example/special/');
  });

  it('leaves the value as it was', async () => {
    const before = structuredClone(inMemory);
    await renderIssue(workspace, Object.freeze(structuredClone(inMemory)));
    expect(inMemory).toEqual(before);
  });

  it('finds pictures in the folder it is told', async () => {
    const [intro, signOff] = inMemory.sections;
    if (intro === undefined || signOff === undefined) throw new Error('The issue has sections.');
    const issue = { ...inMemory, sections: [{ ...intro, body: '![A](table.png)' }, signOff] };
    const width = async (options: { folder?: string }) => {
      const rendered = await renderIssue(workspace, issue, options);
      return rendered.ok ? rendered.images.map((image) => image.width) : rendered.diagnostics;
    };
    expect(await width({})).toEqual([20]);
    expect(await width({ folder: 'issues/drafts' })).toEqual([30]);
    expect(await width({ folder: '..' })).toMatchObject([{ code: 'image-outside-workspace' }]);
  });

  it('reports every problem by its path, without a place', async () => {
    const issue = { ...inMemory, number: 0, subject: ' ', preheader: ' ' };
    const failed = await renderIssue(workspace, issue);
    expect(failed).toMatchObject({ ok: false, slug: '2026-12', file: '(in memory)' });
    expect(failed.diagnostics.map(({ path }) => path)).toEqual(['number', 'subject', 'preheader']);
    const [first] = failed.diagnostics;
    expect(first).toMatchObject({ file: '(in memory)', line: null, column: null, endColumn: null });
  });

  it.each([
    ['nothing', null, 'invalid-type'],
    ['a text', JSON.parse('{"date": 5}') as unknown, 'missing-key'],
    ['what stands inside itself', circular(), 'circular-value'],
  ])('reports %s that a program without types gives', async (_, value, code) => {
    const failed = await renderIssue(workspace, value as IssueInput);
    expect(failed.ok).toBe(false);
    expect(failed.diagnostics.map((one) => one.code)).toContain(code);
  });
});

function circular(): Record<string, unknown> {
  const value: Record<string, unknown> = { ...inMemory };
  value['sections'] = [value];
  return value;
}
