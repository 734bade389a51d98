import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallConfig, smallIssue } from '../../../support/galley.ts';
import { edit, toldIssues, useLiveSessions } from '../../../support/live-session.ts';

const startSession = useLiveSessions();

const one = 'issues/2026-01.yaml';
const two = 'issues/2026-02.yaml';
const both = { [one]: smallIssue(1), [two]: smallIssue(2) };
const broken = smallIssue(1).replace('preheader:', 'preheadr:');

describe('what is there', () => {
  it('is told before the issues are read, the newest first, and filled in the background', async () => {
    const session = await startSession(both);
    const { publication, language, issues, diagnostics } = await session.state();
    expect({ publication, language, diagnostics }).toEqual({
      publication: 'Test Letter',
      language: 'en',
      diagnostics: [],
    });
    expect(issues.map(({ slug, file }) => [slug, file])).toEqual([
      ['2026-02', two],
      ['2026-01', one],
    ]);
    await session.filled();
    expect(toldIssues(session.events)).toEqual(['2026-02', '2026-01']);
    const [first] = (await session.state()).issues;
    expect(first?.facts).toMatchObject({ number: 2, subject: 'Issue 2', status: 'draft' });
    expect(first?.facts?.encodedBytes).toBeGreaterThan(1000);
  });

  it('is ordered by date once that is known', async () => {
    const session = await startSession({
      ...both,
      'issues/zebra.yaml': smallIssue(3).replace('2026-11-02', '1999-01-01'),
    });
    const slugs = async () => (await session.state()).issues.map(({ slug }) => slug);
    expect(await slugs()).toEqual(['zebra', '2026-02', '2026-01']);
    await session.until(async () => (await slugs())[2] === 'zebra');
    await session.until(() => session.events.at(-1)?.type === 'state');
  });

  it('is opened with its print, its facts and its line in the inbox', async () => {
    const session = await startSession({ [one]: smallIssue(1, 'Some "quoted" words.') });
    const { row, diagnostics, print } = await session.read('2026-01');
    expect(diagnostics).toEqual([]);
    expect(print?.facts).toEqual(row.facts);
    expect(print?.stale).toBe(false);
    expect(print?.issue.number).toBe(1);
    expect(print?.printed.html).toContain('Some “quoted” words.');
    expect(print?.inbox).toEqual({
      sender: 'Test Letter',
      address: 'letter@example.com',
      subject: 'Issue 1',
      preheader: 'What this issue is about, told in one short line.',
      date: '2026-11-02',
    });
  });

  it('has no issue of an unknown slug', async () => {
    const session = await startSession(both);
    expect(await session.open('2026-03')).toBeNull();
    expect(await session.open('__proto__')).toBeNull();
  });
});

describe('a saved issue', () => {
  it('is rendered again, and no other', async () => {
    const session = await startSession(both);
    await session.filled();
    const told = await session.save({ [one]: smallIssue(1, 'Other words.') });
    expect(toldIssues(told)).toEqual(['2026-01']);
    expect((await session.read('2026-01')).print?.printed.text).toContain('Other words.');
  });

  it('is not told when nothing of it changed', async () => {
    const session = await startSession(both);
    await session.filled();
    await session.read('2026-01');
    expect(await session.save({ [one]: `${smallIssue(1)}\n# A comment.\n` })).toEqual([]);
  });

  it('keeps its last print under the errors it has by now, until they are mended', async () => {
    const session = await startSession(both);
    const good = await session.read('2026-01');
    const told = await session.save({ [one]: broken });
    expect(told).toMatchObject([{ type: 'issue', row: { slug: '2026-01', errors: 1 } }]);
    const stale = await session.read('2026-01');
    expect(stale.print).toEqual({ ...good.print, stale: true });
    expect(stale.row.facts).toEqual(good.row.facts);
    expect(stale.row.version).toBeGreaterThan(good.row.version);
    const [unknown] = stale.diagnostics;
    expect(unknown).toMatchObject({ code: 'unknown-key', file: one, line: 4, column: 1 });
    expect(unknown?.frame).toContain('> 4 | preheadr: What');
    expect(unknown?.editorUrl).toBe(`vscode://file${session.root}/${one}:4:1`);

    await session.save({ [one]: smallIssue(1) });
    const mended = await session.read('2026-01');
    expect(mended.print).toEqual(good.print);
    expect(mended.diagnostics).toEqual([]);
  });

  it('is told when only its warnings changed', async () => {
    const session = await startSession({
      [one]: smallIssue(1, 'Words.[^a]\n\n[^a]: A note.\n\n[^b]: Unused.'),
    });
    const before = await session.read('2026-01');
    expect(before.row).toMatchObject({ errors: 0, warnings: 1 });
    await session.save({
      [one]: smallIssue(1, 'Words.[^a]\n\n[^a]: A note.\n\n[^c]: Unused.'),
    });
    const after = await session.read('2026-01');
    expect(after.print?.printed.html).toBe(before.print?.printed.html);
    expect(after.row.version).toBeGreaterThan(before.row.version);
  });

  it('shows no error while an editor has emptied it but not written it yet', async () => {
    const texts = ['number: 1\n', broken.slice(0, 90), smallIssue(1, 'At last.')];
    const session = await startSession(both, {
      pause: () => writeFile(join(session.root, one), texts.shift() ?? smallIssue(1, 'At last.')),
    });
    await session.read('2026-01');
    await session.filled();
    const told = await session.save({ [one]: '' });
    expect(told).toMatchObject([{ type: 'issue', row: { slug: '2026-01', errors: 0 } }]);
    expect(texts).toEqual([]);
    expect((await session.read('2026-01')).print?.printed.text).toContain('At last.');
  });

  it('is told as empty when it stays so, and when it never comes to rest', async () => {
    let pauses = 0;
    let isRestless = false;
    const session = await startSession(both, {
      pause: async () => {
        pauses++;
        if (isRestless) await writeFile(join(session.root, one), '#'.repeat(pauses));
      },
    });
    await session.read('2026-01');
    await session.save({ [one]: '' });
    expect(pauses).toBe(1);
    expect((await session.read('2026-01')).diagnostics[0]?.code).toBe('empty-source');
    isRestless = true;
    await session.save({ [one]: '' });
    expect((await session.read('2026-01')).print?.stale).toBe(true);
  });
});

describe('a closed session', () => {
  it('tells nothing and answers what still waits', async () => {
    const session = await startSession(both);
    await session.state();
    const { length } = session.events;
    const waiting = session.changed([join(session.root, one)]);
    await session.close();
    await waiting;
    await edit(join(session.root, one), 'Some words.', 'Other words.');
    await session.changed([join(session.root, one)]);
    expect(session.events.slice(length)).toEqual([]);
    await expect(session.open('2026-01')).rejects.toThrow('closed');
  });

  it('was not kept from its work by a listener that fails', async () => {
    const errors: unknown[] = [];
    const session = await startSession(both, { onError: (error) => errors.push(error) });
    const stop = session.subscribe(() => {
      throw new Error('A listener of its own.');
    });
    await session.filled();
    expect(errors).toHaveLength(2);
    stop();
    expect(toldIssues(await session.save({ [one]: smallIssue(1, 'More.') }))).toEqual(['2026-01']);
    expect(errors).toHaveLength(2);
  });
});

it('reads nothing before it is asked', async () => {
  const session = await startSession({ ...both, 'newsletter.config.yaml': smallConfig });
  expect(await session.tell(one)).toEqual([]);
});
