import { describe, expect, it } from 'vitest';
import { readPast } from '../../../src/desk/read-past.ts';
import { openDesk, roundup } from '../../support/desk.ts';
import { smallIssue } from '../../support/galley.ts';
import { draftRefusal, makeDraft } from '../../support/make-draft.ts';

describe('createDraft', () => {
  it('numbers and dates the next issue, and carries over what recurs', async () => {
    const desk = await openDesk({
      '2026-10.yaml': roundup(10, '2026-10-05'),
      '2026-11.yaml': roundup(11, '2026-11-02'),
    });
    const { made, issue, text } = await makeDraft(desk);
    expect(made).toMatchObject({ slug: '2026-12', number: 12, date: '2026-12-07', format: 'yaml' });
    expect(issue).toMatchObject({
      status: 'draft',
      sections: [
        { kind: 'intro', greeting: 'Dear reader,', body: 'TODO: a few words of welcome.' },
        { kind: 'sponsor', name: 'TODO: the sponsor', label: 'Thanks to' },
        { kind: 'reading', heading: 'On my desk' },
        { kind: 'news', heading: 'Tech news' },
        { kind: 'sign-off', body: 'Until next time.' },
      ],
    });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/issue\.schema\.json\n/);
    expect(await desk.read('schema/issue.schema.json')).toContain('"A Galley issue"');
    expect(text).not.toContain('Only this once');
    expect(text).not.toContain('Tech news');
  });

  it('makes a usual roundup where there is none yet, in the format of the config', async () => {
    const { made, issue } = await makeDraft(await openDesk());
    expect(made).toMatchObject({ number: 1, date: '2026-11-22', path: 'issues/2026-11.yaml' });
    expect(issue?.sections.map(({ kind }) => kind)).toEqual([
      'intro',
      'working-on',
      'reading',
      'news',
      'sign-off',
    ]);
  });

  it('writes any format, where the last issue has its file', async () => {
    const desk = await openDesk({ '2026-11/issue.yaml': roundup(1, '2026-11-02') });
    const made = [];
    for (const format of ['ts', 'json', undefined] as const) {
      made.push((await makeDraft(desk, { format })).made.path);
    }
    expect(made).toEqual([
      'issues/2026-12/issue.ts',
      'issues/2027-01/issue.json',
      'issues/2027-02/issue.json',
    ]);
  });

  it('brings back only topics that recur', async () => {
    const topics = (own: string) => `  - kind: topic
    heading: Tools
    body: Words.
  - kind: topic
    heading: ${own}
    body: Words.
  - kind: topic
    body: Words.
`;
    const desk = await openDesk({
      '2026-10.yaml': roundup(1, '2026-10-05', topics('One')),
      '2026-11.yaml': roundup(2, '2026-11-02', topics('Two')),
    });
    const { issue } = await makeDraft(desk);
    const headings = issue?.sections.flatMap((one) => (one.kind === 'topic' ? [one.heading] : []));
    expect(headings).toEqual(['Tools']);
  });

  it('carries over no picture that lies beside another issue', async () => {
    const more = roundup(1, '2026-11-02').replace(
      'body: Until next time.',
      'body:\n      - Until ![a](a.png) next time.\n      - kind: button\n        text: Write\n        url: mailto:a@example.com',
    );
    const desk = await openDesk({ '2026-10.yaml': roundup(1, '2026-10-05'), '2026-11.yaml': more });
    // The picture is missing there too, so that issue has errors and is not the model.
    expect((await makeDraft(desk)).issue?.sections.at(-1)).toMatchObject({
      body: 'Until next time.',
    });
  });

  it('makes a note of an opening, a text and a closing', async () => {
    const desk = await openDesk({ '2026-11.yaml': roundup(1, '2026-11-02') });
    const { issue, made } = await makeDraft(desk, {
      kind: 'note',
      slug: 'extra',
      date: '2026-11-20',
    });
    expect(made.path).toBe('issues/extra.yaml');
    expect(issue).toMatchObject({
      date: '2026-11-20',
      sections: [
        { greeting: 'Dear reader,' },
        { kind: 'topic' },
        { kind: 'sign-off', body: 'Until next time.' },
      ],
    });
  });

  it('adds a number to a month that is taken', async () => {
    const desk = await openDesk({
      '2026-11.yaml': roundup(1, '2026-11-02'),
      '2026-12.yaml': roundup(2, '2026-11-09'),
    });
    expect((await makeDraft(desk, { date: '2026-12-01' })).made.slug).toBe('2026-12-2');
    expect((await makeDraft(desk, { date: '2026-12-01' })).made.slug).toBe('2026-12-3');
  });

  it('refuses a slug that is taken or none, and what is no date or year', async () => {
    const desk = await openDesk({ '2026-11.yaml': smallIssue() });
    expect(await draftRefusal(desk, { slug: '2026-11' })).toMatchObject({ code: 'existing-issue' });
    expect(await draftRefusal(desk, { slug: '2026-11', format: 'ts' })).toMatchObject({
      code: 'existing-issue',
    });
    for (const slug of ['../x', 'Ä', 'outbox', '', 'a.b', '-a', 'x'.repeat(101)]) {
      expect(await draftRefusal(desk, { slug })).toMatchObject({ code: 'invalid-argument' });
    }
    for (const date of ['2026-02-30', 'tomorrow', '2026-1-1']) {
      expect(await draftRefusal(desk, { date })).toMatchObject({ code: 'invalid-argument' });
    }
    expect(await draftRefusal(desk, { kind: 'recap', year: '26' })).toMatchObject({
      code: 'invalid-argument',
    });
    expect(await draftRefusal(desk, { year: '2026' })).toMatchObject({
      hint: 'Say --kind recap, or leave --year out.',
    });
    expect((await readPast(desk.settings)).issues).toHaveLength(1);
  });

  it('counts on from issues with errors', async () => {
    const broken = roundup(41, '2026-11-02').replace('kind: news', 'kind: nws');
    const { made } = await makeDraft(await openDesk({ 'a.yaml': broken, 'b.yaml': 'number: 7' }));
    expect(made).toMatchObject({ number: 42, date: '2026-12-02' });
  });
});
