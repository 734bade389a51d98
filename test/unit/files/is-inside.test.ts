import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isInside, resolveInside } from '../../../src/files/is-inside.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

async function makeWorkspace() {
  const outer = await makeTempFolder();
  const root = join(outer, 'letters');
  const base = join(root, 'issues/2026-11');
  await mkdir(base, { recursive: true });
  await mkdir(join(root, 'assets'));
  await mkdir(join(outer, 'letters-2'));
  await writeFile(join(base, 'photo.png'), 'x');
  await writeFile(join(root, 'assets/logo.png'), 'x');
  await writeFile(join(outer, 'secret.png'), 'x');
  await writeFile(join(outer, 'letters-2/secret.png'), 'x');
  return { outer, root, base };
}

describe('resolveInside', () => {
  test('finds files beside the issue and elsewhere in the workspace', async () => {
    const { root, base } = await makeWorkspace();
    const photo = { ok: true, file: join(base, 'photo.png') };
    expect(resolveInside(root, base, 'photo.png')).toEqual(photo);
    expect(resolveInside(root, base, './photo.png')).toEqual(photo);
    expect(resolveInside(root, base, '../../assets/logo.png')).toEqual({
      ok: true,
      file: join(root, 'assets/logo.png'),
    });
  });

  test('takes names with dots, spaces, percent signs and letters of any script', async () => {
    const { root, base } = await makeWorkspace();
    for (const name of ['..photo.png', 'a..b.png', '100% größe.png', '写真 1.png', '50%25.png']) {
      await writeFile(join(base, name), 'x');
      expect(resolveInside(root, base, name)).toMatchObject({ ok: true });
    }
  });

  test.each([
    ['absolute', '/etc/passwd'],
    ['absolute', '//server/share/a.png'],
    ['absolute', '\\\\server\\share\\a.png'],
    ['absolute', '\\a.png'],
    ['absolute', 'C:\\a.png'],
    ['absolute', 'c:a.png'],
    ['absolute', 'file:///etc/passwd'],
    ['absolute', 'https://example.com/a.png'],
    ['absolute', 'data:image/png;base64,AAAA'],
    ['outside', '../../..'],
    ['outside', '../../../secret.png'],
    ['outside', '../../../letters-2/secret.png'],
    ['outside', 'a/b/../../../../../../../../../../etc/passwd'],
    ['bad-name', '%2e%2e/%2E%2E/secret.png'],
    ['bad-name', '..%2fsecret.png'],
    ['bad-name', '..%5Csecret.png'],
    ['bad-name', 'photo.png%00.txt'],
    ['bad-name', 'photo.png\0.txt'],
    ['bad-name', '..\\..\\secret.png'],
    ['bad-name', 'a\nb.png'],
    ['bad-name', ''],
    ['bad-name', ' '],
    ['bad-name', 'n'.repeat(300)],
    ['missing', 'none.png'],
    ['missing', 'none/../none.png'],
    ['missing', 'photo.png/x.png'],
    ['not-a-file', '.'],
    ['not-a-file', '../../assets'],
  ] as const)('answers %s for %j', async (reason, path) => {
    const { root, base } = await makeWorkspace();
    expect(resolveInside(root, base, path)).toEqual({ ok: false, reason });
  });

  test('follows links that stay inside and refuses those that lead out', async () => {
    const { outer, root, base } = await makeWorkspace();
    await symlink(join(root, 'assets/logo.png'), join(base, 'inside.png'));
    await symlink(join(outer, 'secret.png'), join(base, 'outside.png'));
    await symlink(outer, join(base, 'folder'));
    await symlink('loop.png', join(base, 'loop.png'));
    await symlink(join(outer, 'none.png'), join(base, 'dangling.png'));
    expect(resolveInside(root, base, 'inside.png')).toEqual({
      ok: true,
      file: join(base, 'inside.png'),
    });
    const paths = ['outside.png', 'folder/secret.png', 'loop.png', 'dangling.png'];
    const reasons = paths.map((path) => {
      const result = resolveInside(root, base, path);
      return result.ok ? 'accepted' : result.reason;
    });
    expect(reasons).toEqual(['link-outside', 'link-outside', 'missing', 'missing']);
  });

  test('works in a workspace that is itself reached through a link', async () => {
    const { outer, root } = await makeWorkspace();
    const link = join(outer, 'link');
    await symlink(root, link);
    const result = resolveInside(link, join(link, 'issues/2026-11'), 'photo.png');
    expect(result).toEqual({ ok: true, file: join(link, 'issues/2026-11/photo.png') });
  });

  test('does not wait for a pipe', async () => {
    const { root, base } = await makeWorkspace();
    await promisify(execFile)('mkfifo', [join(base, 'pipe.png')]);
    expect(resolveInside(root, base, 'pipe.png')).toMatchObject({ reason: 'not-a-file' });
  });
});

test('isInside compares whole names, not beginnings', () => {
  expect(isInside('/a/b', '/a/b')).toBe(true);
  expect(isInside('/a/b', '/a/b/c/../d')).toBe(true);
  expect(isInside('/a/b', '/a/b/..c')).toBe(true);
  expect(isInside('/a/b', '/a/bc')).toBe(false);
  expect(isInside('/a/b', '/a/b/../c')).toBe(false);
  expect(isInside('/a/b', '/a')).toBe(false);
});
