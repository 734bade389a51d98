import { afterEach, describe, expect, it, vi } from 'vitest';
import { sameSubject } from '../../../../src/check/rules/same-subject.ts';
import { prepareIssue } from '../../../../src/press/print-issue.ts';
import { readArchive } from '../../../../src/press/read-archive.ts';
import { smallConfig, smallIssue } from '../../../support/galley.ts';
import { toldIssues, useLiveSessions } from '../../../support/live-session.ts';

// Counts what is read; it is the press's own that reads.
vi.mock(import('../../../../src/press/print-issue.ts'), async (original) => {
  const press = await original();
  return { ...press, prepareIssue: vi.fn(press.prepareIssue) };
});
vi.mock(import('../../../../src/press/read-archive.ts'), async (original) => {
  const press = await original();
  return { ...press, readArchive: vi.fn(press.readArchive) };
});
const read = vi.mocked(prepareIssue);
const readSlugs = () => read.mock.calls.map(([, { slug }]) => slug);

const startSession = useLiveSessions();

afterEach(() => {
  read.mockClear();
});

const names = Array.from({ length: 300 }, (_, index) => `n-${String(index).padStart(3, '0')}`);
const many = Object.fromEntries(
  names.map((name, index) => [`issues/${name}.yaml`, smallIssue(index + 1)]),
);

describe('among 300 issues', () => {
  it('one that is saved is the only one that is rendered again', async () => {
    const session = await startSession(many);
    await session.filled();
    expect(new Set(readSlugs()).size).toBe(300);
    expect(read).toHaveBeenCalledTimes(300);
    const before = await session.state();
    read.mockClear();
    const told = await session.save({ 'issues/n-150.yaml': smallIssue(151, 'Other words.') });
    expect(toldIssues(told)).toEqual(['n-150']);
    expect(readSlugs()).toEqual(['n-150']);
    const after = await session.state();
    const changed = after.issues.filter((row, index) => row !== before.issues[index]);
    expect(changed.map(({ slug }) => slug)).toEqual(['n-150']);
  });

  it('the rest is not read again to hold an opened one against it', async () => {
    const check = { rules: [sameSubject], today: () => '2026-11-01', clock: () => 0 };
    const session = await startSession(many, { check });
    await session.filled();
    const { row } = await session.read('n-200');
    expect(row.warnings).toBe(0);
    const isBlamed = async () => (await session.read('n-200')).row.warnings === 1;
    await session.save({ 'issues/n-150.yaml': smallIssue(151).replace('Issue 151', 'Issue 201') });
    await session.until(isBlamed);
    read.mockClear();
    await session.save({ 'issues/n-150.yaml': smallIssue(151) });
    await session.until(async () => !(await isBlamed()));
    expect(new Set(readSlugs())).toEqual(new Set(['n-150']));
    expect(readArchive).toHaveBeenCalledTimes(1);
  });

  it('none is read again for a config that says the same, or a file of nobody', async () => {
    const session = await startSession(Object.fromEntries(Object.entries(many).slice(0, 5)));
    await session.filled();
    read.mockClear();
    await session.save({ 'newsletter.config.yaml': `# A comment.\n${smallConfig}` });
    await session.save({ 'notes.txt': 'Of nobody.' });
    // It was all done when the next is.
    await session.save({ 'issues/n-001.yaml': smallIssue(2, 'Other words.') });
    expect(readSlugs()).toEqual(['n-001']);
  });

  it('one that is opened or saved comes before those that nobody waits for', async () => {
    const session = await startSession(many);
    await session.state();
    await session.read('n-000');
    expect(toldIssues(session.events)).toContain('n-000');
    await session.save({ 'issues/n-001.yaml': smallIssue(2, 'Other words.') });
    expect(toldIssues(session.events)).toContain('n-001');
    expect(session.events.length).toBeLessThan(30);
  });
});
