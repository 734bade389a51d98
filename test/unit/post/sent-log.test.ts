import { execFileSync } from 'node:child_process';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SentEntry } from '../../../src/post/sent-log.ts';
import { openSentLog, readSentLog } from '../../../src/post/sent-log.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

let workspace: Workspace;
let file: string;

beforeEach(async () => {
  workspace = workspaceAt(await makeTempFolder());
  file = join(workspace.root, '.galley/sent.jsonl');
});

function entry(to: string): SentEntry {
  return {
    when: '2026-11-22T21:55:11.123Z',
    slug: '2026-11',
    contentHash: 'c0ffee',
    messageId: '<1@example.com>',
    to,
    status: 'accepted',
    answer: '250 2.0.0 "queued" \u2028 …',
  };
}

async function append(...recipients: readonly string[]): Promise<void> {
  const log = await openSentLog(workspace);
  for (const to of recipients) await log.append(entry(to));
  await log.close();
}

const recipients = () => readSentLog(workspace).entries.map(({ to }) => to);

describe('the log of what was sent', () => {
  it('is empty before anything was sent', () => {
    expect(readSentLog(workspace)).toEqual({ entries: [], damaged: 0 });
  });

  it('has a line for each mail, the oldest first, and keeps itself out of git', async () => {
    await append('a@example.com', 'b@example.com');
    await append('c@example.com');
    const { entries, damaged } = readSentLog(workspace);
    expect(entries).toEqual(['a', 'b', 'c'].map((name) => entry(`${name}@example.com`)));
    expect(damaged).toBe(0);
    expect(await readFile(join(workspace.stateDir, '.gitignore'), 'utf8')).toBe('*\n');
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(4);
  });

  it('survives a line that a crash cut short, and goes on after it', async () => {
    await append('a@example.com', 'b@example.com');
    const { length } = await readFile(file);
    await truncate(file, length - 20);
    expect(readSentLog(workspace)).toMatchObject({ damaged: 1 });
    expect(recipients()).toEqual(['a@example.com']);
    await append('c@example.com', 'd@example.com');
    expect(recipients()).toEqual(['a@example.com', 'c@example.com', 'd@example.com']);
    expect(readSentLog(workspace).damaged).toBe(1);
  });

  it('counts a whole line that only lacks its end', async () => {
    await append('a@example.com');
    const { length } = await readFile(file);
    await truncate(file, length - 1);
    await append('b@example.com');
    expect(recipients()).toEqual(['a@example.com', 'b@example.com']);
    expect(readSentLog(workspace).damaged).toBe(0);
  });

  it('leaves out what is no entry, without stopping', async () => {
    await append('a@example.com');
    await appendFile(file, '\n{}\n[]\nnull\n{"to":1}\nnot JSON\n\n"text"\n');
    await appendFile(file, `${JSON.stringify({ ...entry('c@example.com'), status: 'lost' })}\n`);
    await append('b@example.com');
    expect(recipients()).toEqual(['a@example.com', 'b@example.com']);
    expect(readSentLog(workspace).damaged).toBe(7);
  });

  it('has whole lines when several sends write at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `r${index}@example.com`);
    await Promise.all(names.map((name) => append(name)));
    expect([...recipients()].sort()).toEqual([...names].sort());
    expect(readSentLog(workspace).damaged).toBe(0);
  });

  it('only grows: what is there is never written again', async () => {
    await mkdir(workspace.stateDir);
    await writeFile(file, 'something by hand\n');
    await append('a@example.com');
    expect(await readFile(file, 'utf8')).toMatch(/^something by hand\n\{/);
  });

  it('is refused before anything is sent when it can not be written', async () => {
    await mkdir(file, { recursive: true });
    await expect(openSentLog(workspace)).rejects.toMatchObject({ code: 'cannot-write' });
  });

  it('is not followed out of the workspace', async () => {
    const elsewhere = await makeTempFolder();
    await writeFile(join(elsewhere, 'other'), '');
    await mkdir(workspace.stateDir);
    await symlink(join(elsewhere, 'other'), file);
    await expect(openSentLog(workspace)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readFile(join(elsewhere, 'other'), 'utf8')).toBe('');
  });

  it('makes nothing outside the workspace where a link leads to what is not there', async () => {
    const elsewhere = await makeTempFolder();
    await mkdir(workspace.stateDir);
    await symlink(join(elsewhere, 'new'), file);
    await expect(openSentLog(workspace)).rejects.toMatchObject({
      code: 'cannot-write',
      message: '.galley/sent.jsonl is a link to what is not there.',
    });
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('waits for no pipe in its place', async () => {
    await mkdir(workspace.stateDir);
    execFileSync('mkfifo', [file]);
    expect(() => readSentLog(workspace)).toThrow(
      '".galley/sent.jsonl" can\'t be read: it is no file.',
    );
    await expect(openSentLog(workspace)).rejects.toMatchObject({ code: 'cannot-write' });
  });
});
