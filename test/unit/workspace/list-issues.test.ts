import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listIssues } from '../../../src/workspace/list-issues.ts';
import { displayPath, workspaceAt } from '../../../src/workspace/workspace.ts';
import { writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

/** The slugs and files that a workspace with these (empty) files has, and what is wrong. */
async function list(...paths: string[]) {
  const root = await makeTempFolder();
  await mkdir(join(root, 'issues'));
  await writeFiles(root, Object.fromEntries(paths.map((path) => [`issues/${path}`, ''])));
  const workspace = workspaceAt(root);
  const { issues, misnamed } = await listIssues(workspace);
  return {
    issues: issues.map(({ slug, file }) => `${slug} ${displayPath(workspace, file)}`),
    misnamed: misnamed.map(({ code, slug }) => `${code} ${slug}`),
  };
}

describe('listIssues', () => {
  it('finds files and folders of every format, in the order of their slugs', async () => {
    expect(await list('b.ts', 'a.yml', 'd.json', 'c/issue.yaml', 'c/photo.png')).toEqual({
      issues: ['a issues/a.yml', 'b issues/b.ts', 'c issues/c/issue.yaml', 'd issues/d.json'],
      misnamed: [],
    });
  });

  it('passes over what is not an issue', async () => {
    const paths = [
      '_links.ts',
      '.hidden.yaml',
      'notes.md',
      'types.d.ts',
      'images/a.png',
      '_x/issue.ts',
    ];
    expect(await list(...paths)).toEqual({ issues: [], misnamed: [] });
  });

  it('reports names that are no slug', async () => {
    expect(await list('2026 11.yaml', 'Recap.ts', 'outbox.json', '-a.yaml', 'ok.yaml')).toEqual({
      issues: ['ok issues/ok.yaml'],
      misnamed: [
        'invalid-slug -a',
        'invalid-slug 2026 11',
        'invalid-slug Recap',
        'invalid-slug outbox',
      ],
    });
  });

  it('reports two sources of one slug', async () => {
    expect(await list('a.yaml', 'a.ts', 'b/issue.ts', 'b/issue.json')).toEqual({
      issues: [],
      misnamed: ['duplicate-slug a', 'duplicate-slug b'],
    });
  });

  it('says so when issues/ cannot be read', async () => {
    const gone = workspaceAt(join(await makeTempFolder(), 'gone'));
    await expect(listIssues(gone)).rejects.toMatchObject({
      code: 'missing-workspace',
      message: "issues/ can't be read (ENOENT).",
    });
  });
});
