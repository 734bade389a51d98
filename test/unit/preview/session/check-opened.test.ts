import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/check/rule.ts';
import { leftover } from '../../../../src/check/rules/leftover.ts';
import type { SessionEvent } from '../../../../src/preview/session/session.ts';
import { linkSharedBefore } from '../../../../src/check/rules/link-shared-before.ts';
import { smallIssue } from '../../../support/galley.ts';
import { toldIssues, useLiveSessions } from '../../../support/live-session.ts';

const startSession = useLiveSessions();

const one = 'issues/2026-01.yaml';
const two = 'issues/2026-02.yaml';
const noted = smallIssue(1, 'Some words. Lorem ipsum.');
const both = { [one]: noted, [two]: smallIssue(2, 'Lorem ipsum.') };

function checkWith(...rules: readonly Rule[]) {
  return { rules, today: () => '2026-11-01', clock: () => 0 };
}

/** How many warnings were told of an issue, or of all if left out, in their order. */
function warnings(events: readonly SessionEvent[], slug?: string): readonly number[] {
  return events.flatMap((event) => {
    if (event.type !== 'issue' || event.row.slug !== (slug ?? event.row.slug)) return [];
    return [event.row.warnings];
  });
}

/** A rule that waits until it is let through. */
function createGate() {
  let reach = (): void => undefined;
  let open = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  let looks = 0;
  const rule: Rule = {
    ...leftover,
    async check(context) {
      looks++;
      reach();
      await opened;
      return leftover.check(context);
    },
  };
  const release = (): void => {
    open();
  };
  return { rule, reached, release, looks: () => looks };
}

describe('an opened issue', () => {
  it('is told first as it is drawn, then with what the rules find, until that is mended', async () => {
    const session = await startSession(both, { check: checkWith(leftover) });
    await session.filled();
    const drawn = await session.read('2026-01');
    expect(drawn.row.warnings).toBe(0);
    await session.until(() => warnings(session.events).at(-1) === 1);
    const found = await session.read('2026-01');
    expect(found.row.version).toBeGreaterThan(drawn.row.version);
    expect(found.diagnostics).toMatchObject([
      { code: 'leftover', severity: 'warning', file: one, path: 'sections[0].body' },
    ]);
    expect(found.diagnostics[0]?.frame).toContain('Lorem ipsum');
    expect(found.diagnostics[0]?.editorUrl).toContain(one);

    const told = await session.save({ [one]: smallIssue(1, 'Some words.') });
    // What was found before stays until the rules have looked again.
    expect(warnings(told)).toEqual([1]);
    await session.until(() => warnings(session.events).at(-1) === 0);
    expect((await session.read('2026-01')).diagnostics).toEqual([]);
  });

  it('is the only one that is looked at', async () => {
    const session = await startSession(both, { check: checkWith(leftover) });
    await session.filled();
    await session.read('2026-01');
    await session.until(() => warnings(session.events).at(-1) === 1);
    const rows = (await session.state()).issues.map(({ slug, warnings: count }) => [slug, count]);
    expect(rows).toEqual([
      ['2026-02', 0],
      ['2026-01', 1],
    ]);
  });

  it('is looked at when it was sent, too, and minds the comments that silence', async () => {
    const sent = noted.replace('subject:', 'status: sent\nsubject:');
    const session = await startSession({ [one]: sent }, { check: checkWith(leftover) });
    await session.read('2026-01');
    await session.until(() => warnings(session.events).at(-1) === 1);
    const silenced = sent.replace(/^.*Lorem/mu, '# galley-ignore leftover: about type\n$&');
    expect(silenced).not.toBe(sent);
    await session.save({ [one]: silenced });
    await session.until(() => warnings(session.events).at(-1) === 0);
  });

  it('is drawn while the rules are still at it, and told of nothing that is past', async () => {
    const gate = createGate();
    const session = await startSession({ [one]: noted }, { check: checkWith(gate.rule) });
    await session.read('2026-01');
    await gate.reached;
    const told = await session.save({ [one]: smallIssue(1, 'Other words.') });
    expect(toldIssues(told)).toEqual(['2026-01']);
    expect((await session.read('2026-01')).print?.printed.text).toContain('Other words.');
    gate.release();
    await session.save({ [one]: smallIssue(1, 'More words. Lorem ipsum.') });
    await session.until(() => warnings(session.events).at(-1) === 1);
    expect(warnings(session.events)).toEqual([0, 0, 0, 1]);
  });

  it('is held against the others as they are by now', async () => {
    const link = 'See [planks](https://planks.example/bending).';
    const session = await startSession(
      { [one]: smallIssue(1), [two]: smallIssue(2, link) },
      { check: checkWith(linkSharedBefore) },
    );
    await session.filled();
    await session.read('2026-02');
    await session.save({ [one]: smallIssue(1, link) });
    await session.until(() => warnings(session.events, '2026-02').at(-1) === 1);
    const { diagnostics } = await session.read('2026-02');
    expect(diagnostics).toMatchObject([{ code: 'link-shared-before', file: two }]);
    await session.save({ 'issues/2026-00.yaml': smallIssue(3, link), [one]: smallIssue(1) });
    await session.until(() => warnings(session.events, '2026-02').at(-1) === 0);
    await session.save({ 'issues/2025-12.yaml': smallIssue(1, link) });
    await session.until(() => warnings(session.events, '2026-02').at(-1) === 1);
  });

  it('is not looked at again for a file of nobody', async () => {
    const gate = createGate();
    const session = await startSession({ [one]: noted }, { check: checkWith(gate.rule) });
    await session.read('2026-01');
    await gate.reached;
    await session.save({ 'notes.txt': 'Of nobody.' });
    gate.release();
    await session.until(() => warnings(session.events).at(-1) === 1);
    expect(gate.looks()).toBe(1);
  });

  it('is shown whatever a rule throws, with what the others find', async () => {
    const errors: unknown[] = [];
    const broken: Rule = {
      ...leftover,
      name: 'doubled-word',
      check: () => {
        throw new Error('A rule of its own.');
      },
    };
    const session = await startSession(both, {
      check: checkWith(broken, leftover),
      onError: (error) => errors.push(error),
    });
    await session.read('2026-01');
    await session.until(() => warnings(session.events).at(-1) === 1);
    expect(errors).toMatchObject([{ message: 'A rule of its own.' }]);
  });

  it('keeps only its errors while it has some', async () => {
    const session = await startSession({ [one]: noted }, { check: checkWith(leftover) });
    await session.read('2026-01');
    await session.until(() => warnings(session.events).at(-1) === 1);
    await session.save({ [one]: noted.replace('preheader:', 'preheadr:') });
    const { diagnostics } = await session.read('2026-01');
    expect(diagnostics.map(({ code }) => code)).not.toContain('leftover');
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  });
});

describe('the traces of an issue', () => {
  it('tell which field an element came from, also while it has errors', async () => {
    const session = await startSession({ [one]: noted });
    expect(await session.traced('2026-01')).toBeNull();
    await session.read('2026-01');
    const traced = await session.traced('2026-01');
    expect(traced).toContain('data-path="sections[0].body"');
    expect(traced).toContain('data-path="subject"');
    await session.save({ [one]: noted.replace('preheader:', 'preheadr:') });
    expect(await session.traced('2026-01')).toBe(traced);
    expect(await session.traced('2026-09')).toBeNull();
  });
});
