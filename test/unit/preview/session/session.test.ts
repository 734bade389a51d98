import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallConfig, smallIssue } from '../../../support/galley.ts';
import { edit, toldIssues, useLiveSessions } from '../../../support/live-session.ts';
import { makePng } from '../../../support/make-image.ts';

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

describe('what an issue is made of', () => {
  const withPicture = smallIssue(1, '![A table](pictures/table.png)');
  const folder = 'issues/2026-01';

  it('renders it again: its pictures', async () => {
    const session = await startSession({
      [two]: smallIssue(2),
      [`${folder}/issue.yaml`]: withPicture,
      [`${folder}/pictures/table.png`]: makePng(20, 10),
    });
    await session.filled();
    const before = await session.read('2026-01');
    const told = await session.save({ [`${folder}/pictures/table.png`]: makePng(30, 10) });
    expect(toldIssues(told)).toEqual(['2026-01']);
    const after = await session.read('2026-01');
    expect(after.print?.printed.html).not.toBe(before.print?.printed.html);
  });

  it('renders it again: its imports, for every issue that has them', async () => {
    const issue = (number: number) => `import { greeting } from './_words.ts';
      export default ${JSON.stringify(asData(number)).replace('"GREETING"', 'greeting')};`;
    const session = await startSession({
      'issues/a.ts': issue(1),
      'issues/b.ts': issue(2),
      [two]: smallIssue(3),
      'issues/_words.ts': "export const greeting = 'Hello there,';\n",
    });
    await session.filled();
    const told = await session.save({
      'issues/_words.ts': "export const greeting = 'Good evening,';\n",
    });
    expect([...toldIssues(told)].sort()).toEqual(['a', 'b']);
    expect((await session.read('a')).print?.printed.text).toContain('Good evening,');
  });

  it('is looked for again when it was missing, wherever it appears', async () => {
    const session = await startSession({
      [one]: smallIssue(1, '![A table](../shared/table.png)'),
      [two]: smallIssue(2),
    });
    await session.filled();
    expect((await session.read('2026-01')).diagnostics).toMatchObject([{ code: 'missing-image' }]);
    const told = await session.save({ 'shared/table.png': makePng(20, 10) });
    expect(told).toMatchObject([{ type: 'issue', row: { slug: '2026-01', errors: 0 } }]);
    expect((await session.read('2026-01')).print?.stale).toBe(false);
  });
});

describe('the list', () => {
  it('gains an issue, told as a state and as an issue', async () => {
    const session = await startSession(both);
    await session.filled();
    const told = await session.save({
      'issues/2026-12.yaml': smallIssue(3).replace('2026-11-02', '2026-12-07'),
    });
    expect(told.map(({ type }) => type)).toEqual(['state', 'issue']);
    expect((await session.state()).issues[0]).toMatchObject({ slug: '2026-12', errors: 0 });
  });

  it('gains those of a folder that was moved in', async () => {
    const session = await startSession(both);
    await session.filled();
    await mkdir(join(session.root, 'issues/2026-03'));
    await writeFile(join(session.root, 'issues/2026-03/issue.yaml'), smallIssue(3));
    expect(toldIssues(await session.tell('issues/2026-03'))).toEqual(['2026-03']);
  });

  it('follows a renamed issue and forgets a deleted one', async () => {
    const session = await startSession(both);
    await session.filled();
    await rename(join(session.root, one), join(session.root, 'issues/first.yaml'));
    await session.tell(one, 'issues/first.yaml');
    expect((await session.state()).issues.map(({ slug }) => slug)).toEqual(['2026-02', 'first']);
    await rm(join(session.root, two));
    expect(await session.tell(two)).toEqual([{ type: 'state' }]);
    expect(await session.open('2026-02')).toBeNull();
  });

  it('gives an issue that comes back a version that it never had', async () => {
    const session = await startSession(both);
    await session.filled();
    const before = await session.read('2026-01');
    await rm(join(session.root, one));
    await session.tell(one);
    await session.save({ [one]: smallIssue(1) });
    const after = await session.read('2026-01');
    expect(after.row.version).toBeGreaterThan(before.row.version);
  });

  it('keeps an issue that an editor moves away and back', async () => {
    const session = await startSession(both, {
      pause: () => writeFile(join(session.root, one), smallIssue(1, 'Written anew.')),
    });
    await session.filled();
    await rm(join(session.root, one));
    expect(await session.tell(one)).toMatchObject([{ type: 'issue', row: { errors: 0 } }]);
  });

  it('keeps the print of an issue whose source gets another ending', async () => {
    const session = await startSession(both);
    const before = await session.read('2026-01');
    await rm(join(session.root, one));
    await session.save({ 'issues/2026-01.json': '{' });
    await session.tell(one);
    const after = await session.read('2026-01');
    expect(after.row.file).toBe('issues/2026-01.json');
    expect(after.print).toEqual({ ...before.print, stale: true });
  });

  it('says which names can not be used, and takes the issue back when they can', async () => {
    const session = await startSession(both);
    await session.filled();
    expect(await session.save({ 'issues/2026-01.json': '{}' })).toEqual([{ type: 'state' }]);
    const { issues, diagnostics } = await session.state();
    expect(issues.map(({ slug }) => slug)).toEqual(['2026-02']);
    expect(diagnostics).toMatchObject([{ code: 'duplicate-slug', line: null, frame: null }]);
    await rm(join(session.root, 'issues/2026-01.json'));
    await session.tell('issues/2026-01.json');
    expect((await session.state()).diagnostics).toEqual([]);
    expect((await session.read('2026-01')).print?.stale).toBe(false);
  });

  it('is empty, and says why, while issues/ is gone', async () => {
    const session = await startSession(both);
    await session.filled();
    await rename(join(session.root, 'issues'), join(session.root, 'elsewhere'));
    await session.tell('issues');
    const gone = await session.state();
    expect(gone.issues).toEqual([]);
    expect(gone.diagnostics).toMatchObject([
      { code: 'missing-workspace', severity: 'error', file: '', line: null, editorUrl: null },
    ]);
    await rename(join(session.root, 'elsewhere'), join(session.root, 'issues'));
    await session.tell('issues');
    const back = await session.state();
    expect(back.issues.map(({ slug }) => slug)).toEqual(['2026-02', '2026-01']);
    expect(back.diagnostics).toEqual([]);
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

function asData(number: number): object {
  return {
    number,
    date: '2026-11-02',
    subject: `Issue ${number}`,
    preheader: 'What this issue is about, told in one short line.',
    sections: [
      { kind: 'intro', greeting: 'GREETING', body: 'Some words.' },
      { kind: 'sign-off', body: 'Bye.' },
    ],
  };
}

it('reads nothing before it is asked', async () => {
  const session = await startSession({ ...both, 'newsletter.config.yaml': smallConfig });
  expect(await session.tell(one)).toEqual([]);
});
