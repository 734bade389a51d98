import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../src/check/check-workspace.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { openDesk, roundup } from '../../support/desk.ts';
import { draftRefusal, makeDraft } from '../../support/make-draft.ts';

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
    const { made, issue } = await makeDraft(desk, { kind: 'recap', year: '2026' });
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
          '- [the tool](<https://tool.example/a_(b)>)\n- <https://plain.example/>\n- [A card \\[1\\]](https://card.example/)\n',
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

  it('begins with the marks of 🔥, then other marks, and takes out what only tracks readers', async () => {
    const starred = roundup(1, '2026-10-05').replace('mark: 🔥', 'mark: ⭐');
    const hot = roundup(2, '2026-11-02').replace(
      'news.example/2',
      'news.example/2?id=1&utm_source=a',
    );
    const desk = await openDesk({ 'a.yaml': starred, 'b.yaml': hot });
    const { issue } = await makeDraft(desk, { kind: 'recap' });
    expect(issue?.sections.find(({ kind }) => kind === 'news')).toMatchObject({
      items: [
        { mark: '🔥', url: 'https://news.example/2?id=1' },
        { mark: '⭐', url: 'https://news.example/1' },
      ],
    });
  });

  it.each(['yaml', 'ts'] as const)(
    'in %s is not told of links it repeats on purpose',
    async (format) => {
      const desk = await openDesk({ 'a.yaml': roundup(1, '2026-10-05') });
      const { made } = await makeDraft(desk, { kind: 'recap', format });
      const { signal } = new AbortController();
      const options = { slugs: [made.slug], today: '2026-11-22', clock: () => 0, signal };
      const { issues } = await checkWorkspace(workspaceAt(desk.root), options);
      const codes = issues.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
      expect(codes).toContain('leftover');
      expect(codes).not.toContain('link-shared-before');
      expect(codes.filter((code) => code.includes('ignore'))).toEqual([]);
    },
  );

  it('looks back on the year of the last issue, and refuses one without issues', async () => {
    const desk = await openDesk({ '2026-11.yaml': roundup(1, '2026-11-02') });
    expect((await makeDraft(desk, { kind: 'recap' })).made.slug).toBe('2026-recap');
    expect(await draftRefusal(desk, { kind: 'recap', year: '2019' })).toMatchObject({
      code: 'empty-year',
    });
  });
});
