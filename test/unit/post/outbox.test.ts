import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { putInOutbox } from '../../../src/post/outbox.ts';
import { listOutbox, readOutboxMail } from '../../../src/post/read-outbox.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = workspaceAt(await makeTempFolder());
});

const date = new Date('2026-11-22T21:55:11.123Z');

function put(text: string, to = 'ada@example.com', at = date): Promise<string> {
  return putInOutbox(workspace, { slug: '2026-11', to, date: at, message: Buffer.from(text) });
}

describe('the outbox', () => {
  it('keeps a mail under its time, slug and recipient, out of git and without leftovers', async () => {
    const file = await put('a mail');
    expect(file).toBe('out/outbox/20261122T215511123Z-2026-11-ada@example.com.eml');
    expect(await readFile(join(workspace.root, file), 'utf8')).toBe('a mail');
    expect(await readFile(join(workspace.outDir, '.gitignore'), 'utf8')).toBe('*\n');
    expect(await readdir(join(workspace.outDir, 'outbox'))).toHaveLength(1);
  });

  it('never writes over a mail, not even of the same moment', async () => {
    const files = await Promise.all([put('1'), put('2'), put('3')]);
    expect(new Set(files).size).toBe(3);
    const texts = files.map((file) => readFile(join(workspace.root, file), 'utf8'));
    expect(await Promise.all(texts)).toEqual(['1', '2', '3']);
  });

  it('gives a name that every system takes, whatever the recipient is called', async () => {
    const name = (await put('x', "o'hara/../*|{x}?=@example.com")).slice('out/outbox/'.length);
    expect(name).toMatch(/^[a-z0-9@._+-]+\.eml$/i);
    const long = await put('y', `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example`);
    expect(long.slice('out/outbox/'.length).length).toBeLessThanOrEqual(255);
    expect(await listOutbox(workspace)).toHaveLength(2);
  });

  it('lists the newest mail first, with its time and size', async () => {
    await put('12345');
    await put('123', 'bob@example.com', new Date('2026-12-01T00:00:00.000Z'));
    expect(await listOutbox(workspace)).toEqual([
      {
        name: '20261201T000000000Z-2026-11-bob@example.com.eml',
        when: '2026-12-01T00:00:00.000Z',
        bytes: 3,
      },
      {
        name: '20261122T215511123Z-2026-11-ada@example.com.eml',
        when: '2026-11-22T21:55:11.123Z',
        bytes: 5,
      },
    ]);
  });

  it('is empty where there is none yet, and reads nothing then', async () => {
    expect(await listOutbox(workspace)).toEqual([]);
    expect(await readOutboxMail(workspace, 'a.eml')).toBeNull();
  });

  it('reads a mail by its exact name and no other way', async () => {
    const file = await put('a mail');
    const name = file.slice('out/outbox/'.length);
    const read = async (asked: string) => (await readOutboxMail(workspace, asked))?.length ?? null;
    expect(await read(name)).toBe(6);
    await writeFile(join(workspace.root, 'secret.eml'), 'no');
    await writeFile(join(workspace.outDir, 'outbox', 'notes.eml'), 'no');
    const folder = join(workspace.outDir, 'outbox');
    const link = '20261122T215511123Z-2026-11-link.eml';
    await symlink(join(workspace.root, 'secret.eml'), join(folder, link));
    await mkdir(join(folder, '20261122T215511123Z-2026-11-folder.eml'));
    for (const asked of [
      'notes.eml',
      '../secret.eml',
      '../../secret.eml',
      `./${name}`,
      `../outbox/${name}`,
      `${name}\u0000`,
      name.toUpperCase(),
      encodeURIComponent(name),
      join(folder, name),
      link,
      '20261122T215511123Z-2026-11-folder.eml',
      '',
    ]) {
      expect([asked, await read(asked)]).toEqual([asked, null]);
    }
    expect(await listOutbox(workspace)).toHaveLength(1);
  });

  it('is not followed out of the workspace', async () => {
    const elsewhere = await makeTempFolder();
    await mkdir(workspace.outDir);
    await symlink(elsewhere, join(workspace.outDir, 'outbox'));
    await expect(put('a mail')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readdir(elsewhere)).toEqual([]);
    await writeFile(join(elsewhere, '20261122T215511123Z-a-b.eml'), 'not ours');
    expect(await readOutboxMail(workspace, '20261122T215511123Z-a-b.eml')).toBeNull();
  });

  it('is not made where a link leads to what is not there', async () => {
    const elsewhere = await makeTempFolder();
    await mkdir(workspace.outDir);
    await symlink(join(elsewhere, 'new'), join(workspace.outDir, 'outbox'));
    const link = 'out/outbox is a link to what is not there.';
    await expect(put('a mail')).rejects.toMatchObject({ code: 'cannot-write', message: link });
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('says so when it can not be written', async () => {
    await writeFile(workspace.outDir, 'a file in the way');
    await expect(put('a mail')).rejects.toMatchObject({ code: 'cannot-write' });
    expect((await stat(workspace.outDir)).isFile()).toBe(true);
  });
});
