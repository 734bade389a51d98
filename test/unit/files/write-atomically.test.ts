import * as nodeFileSystem from 'node:fs/promises';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import {
  TEMPORARY_NAME,
  writeAtomically,
  type WriteFileSystem,
} from '../../../src/files/write-atomically.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

type Step = 'open' | 'write' | 'sync' | 'close' | 'rename' | 'mkdir';

/** The real file system, which fails at one step and notes all of them. */
function failingAt(step: Step | null, error: Error, steps: string[] = []): WriteFileSystem {
  const run = async <T>(name: Step, action: () => Promise<T>): Promise<T> => {
    steps.push(name);
    if (name === step) throw error;
    return await action();
  };
  return {
    open: async (file, flags) => {
      const handle = await run('open', () => nodeFileSystem.open(file, flags));
      return {
        writeFile: (content) =>
          run('write', async () => {
            await handle.writeFile(content);
          }),
        sync: () => run('sync', () => handle.sync()),
        close: async () => {
          await handle.close();
          await run('close', () => Promise.resolve());
        },
      };
    },
    rename: (from, to) => run('rename', () => nodeFileSystem.rename(from, to)),
    unlink: (file) => nodeFileSystem.unlink(file),
    mkdir: (folder, options) => run('mkdir', () => nodeFileSystem.mkdir(folder, options)),
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}

async function failureOf(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('expected a UserError', { cause: error });
  expect(error.code).toBe('cannot-write');
  expect(error.hint).not.toBe('');
  return error;
}

describe('writeAtomically', () => {
  test('writes a text and bytes, and replaces what was there', async () => {
    const folder = await makeTempFolder();
    const file = join(folder, 'a.txt');
    await writeAtomically(file, 'Grüße\n');
    expect(await readFile(file, 'utf8')).toBe('Grüße\n');
    await writeAtomically(file, new Uint8Array([0, 255, 1]));
    expect([...(await readFile(file))]).toEqual([0, 255, 1]);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  test('makes the folders on the way', async () => {
    const file = join(await makeTempFolder(), 'a/b/c.txt');
    await writeAtomically(file, 'x');
    expect(await readFile(file, 'utf8')).toBe('x');
  });

  test('replaces a link and leaves alone what it leads to', async () => {
    const folder = await makeTempFolder();
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await symlink(join(folder, 'mine.txt'), join(folder, 'email.html'));
    await writeAtomically(join(folder, 'email.html'), 'x');
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
    expect(await readFile(join(folder, 'email.html'), 'utf8')).toBe('x');
  });

  test('takes a name as long as the system allows', async () => {
    const folder = await makeTempFolder();
    await writeAtomically(join(folder, 'n'.repeat(255)), 'x');
    const error = await failureOf(writeAtomically(join(folder, 'n'.repeat(256)), 'x'));
    expect(error.message).toContain('too long');
    expect(await readdir(folder)).toEqual(['n'.repeat(255)]);
  });

  test.each([
    ['write', 'ENOSPC', 'the disk is full'],
    ['close', 'EDQUOT', 'the disk is full'],
    ['open', 'EROFS', 'the disk is read-only'],
    ['open', 'EACCES', 'this user may not write there'],
    ['rename', 'EPERM', 'this user may not write there'],
    ['rename', 'EXDEV', 'EXDEV'],
  ] as const)('leaves the old file when %s answers %s', async (step, code, reason) => {
    const folder = await makeTempFolder();
    const file = join(folder, 'email.html');
    await writeFile(file, 'the last good one');
    const fs = failingAt(step, systemError(code));
    const error = await failureOf(writeAtomically(file, 'half', { fs }));
    expect(error.message).toContain(file);
    expect(error.message).toContain(reason);
    expect(error.cause).toMatchObject({ code });
    expect(await readFile(file, 'utf8')).toBe('the last good one');
    expect(await readdir(folder)).toEqual(['email.html']);
  });

  test('says that a part of the path is a file', async () => {
    const folder = await makeTempFolder();
    await writeFile(join(folder, 'out'), 'x');
    const error = await failureOf(writeAtomically(join(folder, 'out/issue/email.html'), 'x'));
    expect(error.message).toContain('a part of its path is a file, not a folder');
  });

  test('says that a folder is in the way, and leaves it', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'email.html'));
    const error = await failureOf(writeAtomically(join(folder, 'email.html'), 'x'));
    expect(error.message).toContain('a folder of that name is in the way');
    expect(await readdir(folder)).toEqual(['email.html']);
  });

  test('passes a bug on as it is, and still removes the temporary file', async () => {
    const folder = await makeTempFolder();
    const bug = new TypeError('a bug');
    const fs = failingAt('write', bug);
    await expect(writeAtomically(join(folder, 'a.txt'), 'x', { fs })).rejects.toBe(bug);
    expect(await readdir(folder)).toEqual([]);
  });

  test('waits for the disk only when the content must last', async () => {
    const folder = await makeTempFolder();
    const file = join(folder, 'a.txt');
    const plain: string[] = [];
    await writeAtomically(file, '1', { fs: failingAt(null, new Error(), plain) });
    expect(plain).toEqual(['open', 'write', 'close', 'rename']);
    const durable: string[] = [];
    await writeAtomically(file, '2', { durable: true, fs: failingAt(null, new Error(), durable) });
    expect(durable).toEqual(
      ['open', 'write', 'sync', 'close', 'rename'].concat(['open', 'sync', 'close']),
    );
  });

  test('fails when the content could not be brought to the disk', async () => {
    const folder = await makeTempFolder();
    const fs = failingAt('sync', systemError('EIO'));
    await failureOf(writeAtomically(join(folder, 'sent.jsonl'), 'x', { durable: true, fs }));
    expect(await readdir(folder)).toEqual([]);
  });

  test('shows readers and other writers only whole contents', async () => {
    const file = join(await makeTempFolder(), 'a.txt');
    const contents = Array.from({ length: 20 }, (_, index) => String(index % 10).repeat(50_000));
    await writeAtomically(file, contents[0] ?? '');
    const reads = contents.map(async (content) => {
      await writeAtomically(file, content);
      return await readFile(file, 'utf8');
    });
    for (const seen of await Promise.all(reads)) expect(contents.includes(seen)).toBe(true);
  });

  test('names its temporary files so that they are hidden and known', async () => {
    const folder = await makeTempFolder();
    const seen: string[] = [];
    const real = failingAt(null, new Error());
    const fs: WriteFileSystem = {
      ...real,
      rename: async (from, to) => {
        seen.push(...(await readdir(folder)));
        return await real.rename(from, to);
      },
    };
    await writeAtomically(join(folder, 'a.txt'), 'x', { fs });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(TEMPORARY_NAME);
    expect(seen[0]).toMatch(/^\./);
  });
});
