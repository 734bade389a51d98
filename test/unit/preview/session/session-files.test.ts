import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallIssue } from '../../../support/galley.ts';
import { toldIssues, useLiveSessions } from '../../../support/live-session.ts';
import { makePng } from '../../../support/make-image.ts';

const startSession = useLiveSessions();

const one = 'issues/2026-01.yaml';
const two = 'issues/2026-02.yaml';
const both = { [one]: smallIssue(1), [two]: smallIssue(2) };

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
      [one]: smallIssue(1, '![A table](../pictures/table.png)'),
      [two]: smallIssue(2),
    });
    await session.filled();
    expect((await session.read('2026-01')).diagnostics).toMatchObject([{ code: 'missing-image' }]);
    const told = await session.save({ 'pictures/table.png': makePng(20, 10) });
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

// --- internal ---

/** An issue as data, whose greeting is to be replaced. */
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
