import { describe, expect, it } from 'vitest';
import { createDraft } from '../../../src/desk/draft/create-draft.ts';
import type { DraftRequest } from '../../../src/desk/draft/plan-draft.ts';
import { readPast } from '../../../src/desk/read-past.ts';
import { loadIssue } from '../../../src/issue/load-issue.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import type { Desk } from '../../support/desk.ts';
import { openDesk, roundup } from '../../support/desk.ts';
import { smallIssue } from '../../support/galley.ts';

/** Makes the next issue and reads it back: it must be sound. */
async function draft(desk: Desk, request: Partial<DraftRequest> = {}) {
  const { settings } = desk;
  const past = await readPast(settings);
  const made = await createDraft(settings, past, {
    kind: 'roundup',
    today: '2026-11-22',
    ...request,
  });
  const { issue, diagnostics } = await loadIssue(settings.workspace, made, settings.readOptions);
  expect(hasErrors(diagnostics), JSON.stringify(diagnostics)).toBe(false);
  return { made, issue, text: await desk.read(made.path) };
}

function refusal(desk: Desk, request: Partial<DraftRequest>): Promise<unknown> {
  return draft(desk, request).then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}

describe('createDraft', () => {
  it('numbers and dates the next issue, and carries over what recurs', async () => {
    const desk = await openDesk({
      '2026-10.yaml': roundup(10, '2026-10-05'),
      '2026-11.yaml': roundup(11, '2026-11-02'),
    });
    const { made, issue, text } = await draft(desk);
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
    const { made, issue } = await draft(await openDesk());
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
      made.push((await draft(desk, { format })).made.path);
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
    const { issue } = await draft(desk);
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
    expect((await draft(desk)).issue?.sections.at(-1)).toMatchObject({ body: 'Until next time.' });
  });

  it('makes a note of an opening, a text and a closing', async () => {
    const desk = await openDesk({ '2026-11.yaml': roundup(1, '2026-11-02') });
    const { issue, made } = await draft(desk, { kind: 'note', slug: 'extra', date: '2026-11-20' });
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
    expect((await draft(desk, { date: '2026-12-01' })).made.slug).toBe('2026-12-2');
    expect((await draft(desk, { date: '2026-12-01' })).made.slug).toBe('2026-12-3');
  });

  it('refuses a slug that is taken or none, and what is no date or year', async () => {
    const desk = await openDesk({ '2026-11.yaml': smallIssue() });
    expect(await refusal(desk, { slug: '2026-11' })).toMatchObject({ code: 'existing-issue' });
    expect(await refusal(desk, { slug: '2026-11', format: 'ts' })).toMatchObject({
      code: 'existing-issue',
    });
    for (const slug of ['../x', 'Ä', 'outbox', '', 'a.b', '-a', 'x'.repeat(101)]) {
      expect(await refusal(desk, { slug })).toMatchObject({ code: 'invalid-argument' });
    }
    for (const date of ['2026-02-30', 'tomorrow', '2026-1-1']) {
      expect(await refusal(desk, { date })).toMatchObject({ code: 'invalid-argument' });
    }
    expect(await refusal(desk, { year: '26' })).toMatchObject({ code: 'invalid-argument' });
    expect((await readPast(desk.settings)).issues).toHaveLength(1);
  });

  it('counts on from issues with errors', async () => {
    const broken = roundup(41, '2026-11-02').replace('kind: news', 'kind: nws');
    const { made } = await draft(await openDesk({ 'a.yaml': broken, 'b.yaml': 'number: 7' }));
    expect(made).toMatchObject({ number: 42, date: '2026-12-02' });
  });
});

describe('createDraft of a recap', () => {
  it('gathers a year: marked items first, then by month, each page once', async () => {
    const again = roundup(2, '2026-11-02').replace(
      'url: https://read.example/2',
      'url: http://www.news.example/1/?utm_source=x',
    );
    const work = `  - kind: working-on
    heading: At work
    body:
      - See [the *tool*](https://tool.example/a_(b)) and <https://plain.example/>.
      - kind: links
        cards:
          - title: A card [1]
            url: https://card.example/
`;
    const desk = await openDesk({
      '2025-12.yaml': roundup(9, '2025-12-01'),
      '2026-10.yaml': roundup(1, '2026-10-05', work),
      '2026-11.yaml': again,
      '2026-recap.yaml': roundup(3, '2026-12-30'),
      '2026-12.yaml': roundup(4, '2026-12-07').replace('kind: news', 'kind: nws'),
    });
    const { made, issue } = await draft(desk, { kind: 'recap', year: '2026' });
    expect(made).toMatchObject({
      slug: '2026-recap-2',
      gathered: ['2026-10', '2026-11'],
      leftOut: ['2026-12'],
    });
    expect(issue?.sections).toEqual([
      expect.objectContaining({ kind: 'intro', greeting: 'Dear reader,' }),
      {
        kind: 'working-on',
        heading: 'At work',
        body: [
          '### October',
          'TODO: what was worked on in “Issue 1”.',
          '- [the tool](<https://tool.example/a_(b)>)\n- [https://plain.example/](<https://plain.example/>)\n- [A card \\[1\\]](<https://card.example/>)\n',
        ].join('\n\n'),
      },
      {
        kind: 'reading',
        heading: 'On my desk',
        items: [
          { text: '**October**' },
          { title: 'One of 1', url: 'https://read.example/1', by: 'Ada' },
        ],
      },
      {
        kind: 'news',
        heading: 'Tech news',
        items: [
          { mark: '🔥', title: 'News of 1', url: 'https://news.example/1' },
          { mark: '🔥', title: 'News of 2', url: 'https://news.example/2' },
        ],
      },
      expect.objectContaining({ kind: 'sign-off' }),
    ]);
  });

  it('looks back on the year of the last issue, and refuses one without issues', async () => {
    const desk = await openDesk({ '2026-11.yaml': roundup(1, '2026-11-02') });
    expect((await draft(desk, { kind: 'recap' })).made.slug).toBe('2026-recap');
    expect(await refusal(desk, { kind: 'recap', year: '2019' })).toMatchObject({
      code: 'empty-year',
    });
  });
});
