import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../src/press/open-press.ts';
import { readArchive } from '../../../src/press/read-archive.ts';
import { listIssues } from '../../../src/workspace/list-issues.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

async function makeWorkspace(files: Readonly<Record<string, string>>) {
  const root = await makeTempFolder();
  await writeFiles(root, { 'newsletter.config.yaml': smallConfig, ...files });
  return root;
}

async function read(root: string) {
  const workspace = workspaceAt(root);
  const { settings } = await loadSettings(workspace);
  if (settings === null) throw new Error('The config of the test has errors.');
  return readArchive(settings, (await listIssues(workspace)).issues);
}

describe('readArchive', () => {
  it('tells what each issue says, and the links of its fields and prose', async () => {
    const body = 'See [the standard](https://example.com/standard).';
    const root = await makeWorkspace({ 'issues/2026-11.yaml': smallIssue(3, body) });
    expect(await read(root)).toMatchObject([
      {
        slug: '2026-11',
        file: 'issues/2026-11.yaml',
        diagnostics: [],
        facts: {
          number: 3,
          date: '2026-11-02',
          subject: 'Issue 3',
          status: 'draft',
          minutes: 1,
          sections: ['intro', 'sign-off'],
          links: [{ url: 'https://example.com/standard', path: 'sections[0].body' }],
        },
      },
    ]);
  });

  it('gives the same from the cache, and reads again what has changed', async () => {
    const root = await makeWorkspace({
      'issues/a.yaml': smallIssue(1),
      'issues/b.yaml': smallIssue(2),
    });
    const first = await read(root);
    expect(await read(root)).toEqual(first);
    await writeFile(join(root, 'issues/b.yaml'), smallIssue(20, 'Other words.'));
    const second = await read(root);
    expect(second[0]).toEqual(first[0]);
    expect(second[1]?.facts?.number).toBe(20);
    await rm(join(root, 'issues/a.yaml'));
    expect((await read(root)).map(({ slug }) => slug)).toEqual(['b']);
  });

  it('reads an issue with errors again, although its own file is the same', async () => {
    const issue = smallIssue(1, '![A picture](picture.png)');
    const root = await makeWorkspace({ 'issues/a.yaml': issue });
    const [broken] = await read(root);
    expect(broken?.facts).toBeNull();
    expect(broken?.diagnostics.map(({ code }) => code)).toEqual(['missing-image']);
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGP8z8Dwn4GBgYGJAQoAHxcCAr7pGfcAAAAASUVORK5CYII=',
      'base64',
    );
    await writeFiles(root, { 'issues/picture.png': pixel });
    const [mended] = await read(root);
    expect(mended?.diagnostics).toEqual([]);
    expect(mended?.facts?.number).toBe(1);
  });
});
