import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  concernsIssue,
  concernsList,
  concernsShared,
  withTargets,
} from '../../../../src/preview/session/concerns.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

const workspace = workspaceAt('/letter');

describe('config, theme and environment', () => {
  const files = new Set(['/letter/newsletter.config.ts', '/letter/lib/words.ts', '/letter/me.png']);
  it.each([
    ['/letter/newsletter.config.ts', true],
    ['/letter/newsletter.config.yaml', true],
    ['/letter/.env', true],
    ['/letter/lib/words.ts', true],
    ['/letter/lib', true],
    ['/letter/me.png', true],
    ['/letter/templates/default/tokens.json', true],
    ['/letter/templates', true],
    ['/letter', true],
    ['/letter/issues/newsletter.config.ts', false],
    ['/letter/lib/other.ts', false],
    ['/letter/li', false],
    ['/letter/templates2/a.hbs', false],
    ['/letter/issues/2026-01.yaml', false],
  ])('may be others after a change of %s: %s', (path, concerned) => {
    expect(concernsShared(workspace, path, files)).toBe(concerned);
  });
});

describe('the list of issues', () => {
  it('may be another after a change of what could be an issue and is not known as one', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'issues/known.yaml': '',
      'issues/new.yaml': '',
      'issues/picture.png': '',
      'issues/_words.ts': '',
      'issues/folder/issue.ts': '',
      'issues/folder/notes.yaml': '',
      'issues/folder/deep/issue.ts': '',
      'other/new.yaml': '',
    });
    await mkdir(join(root, 'issues/empty'));
    const known = new Set(['issues/known.yaml', 'issues/folder/issue.ts', 'issues/gone.yaml']);
    const concerned = (path: string) => {
      const isIssue = (file: string) => known.has(file.slice(root.length + 1));
      return concernsList(workspaceAt(root), join(root, path), isIssue);
    };
    const paths = [
      ...['issues', 'issues/new.yaml', 'issues/gone.yaml', 'issues/folder', 'issues/empty'],
      ...['issues/gone-folder', 'issues/gone-folder/issue.yaml', ''],
    ];
    expect(paths.filter((path) => !concerned(path))).toEqual([]);
    const others = [
      ...['issues/known.yaml', 'issues/picture.png', 'issues/_words.ts', 'issues/.new.yaml'],
      ...['issues/folder/issue.ts', 'issues/folder/notes.yaml', 'issues/folder/deep/issue.ts'],
      ...['other/new.yaml', 'newsletter.config.yaml'],
    ];
    expect(others.filter(concerned)).toEqual([]);
  });
});

describe('an issue', () => {
  const files = new Set(['/letter/issues/a/issue.ts', '/letter/lib/words.ts']);
  it.each([
    ['/letter/issues/a/issue.ts', true],
    ['/letter/issues/a/not-there-yet.png', true],
    ['/letter/issues/a', true],
    ['/letter/issues', true],
    ['/letter/lib/words.ts', true],
    ['/letter/lib', true],
    ['/letter/issues/ab/issue.ts', false],
    ['/letter/issues/b.yaml', false],
    ['/letter/lib/words', false],
  ])('may be another after a change of %s: %s', (path, concerned) => {
    expect(concernsIssue(workspace, path, '/letter/issues/a/issue.ts', files)).toBe(concerned);
  });

  it('of one file has no folder of its own', () => {
    const source = '/letter/issues/b.yaml';
    expect(concernsIssue(workspace, '/letter/issues/c.png', source, new Set([source]))).toBe(false);
  });
});

it('knows where a link leads, and leaves what is missing', async () => {
  const root = await makeTempFolder();
  await writeFiles(root, { 'real.yaml': '' });
  await symlink('real.yaml', join(root, 'link.yaml'));
  const files = withTargets([join(root, 'link.yaml'), join(root, 'missing.yaml')]);
  expect([...files].map((file) => file.slice(root.length + 1))).toEqual([
    'link.yaml',
    'real.yaml',
    'missing.yaml',
  ]);
});
