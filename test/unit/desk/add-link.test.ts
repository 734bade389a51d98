import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AddRequest } from '../../../src/desk/add/add-link.ts';
import { addLink } from '../../../src/desk/add/add-link.ts';
import type { Desk } from '../../support/desk.ts';
import { openDesk, roundup } from '../../support/desk.ts';
import { smallIssue } from '../../support/galley.ts';

const url = 'https://new.example/a-good-page.html';

function add({ settings }: Desk, request: Partial<AddRequest> = {}) {
  return addLink(settings, {
    url,
    section: 'reading',
    title: 'A "good": page',
    readPage: null,
    today: '2026-11-22',
    ...request,
  });
}

function refusal(desk: Desk, request: Partial<AddRequest>): Promise<unknown> {
  return add(desk, request).then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}

const draft = (text: string) => text.replace('status: sent', 'status: draft');

/** A `.ts` draft with these sections between the first and the last. */
const typed = (
  sections: string,
  head = '',
) => `import { defineIssue, intro, reading } from 'galley';
${head}
export default defineIssue({
  number: 3,
  date: '2026-12-07', // a Monday
  subject: 'S',
  preheader: 'P',
  sections: [
    intro({ greeting: 'Hi,', body: 'Words.' }),
${sections}    { kind: 'sign-off', body: 'Bye.' },
  ],
});
`;

describe('addLink', () => {
  it('puts a link at the end of the section of the newest draft', async () => {
    const before = draft(roundup(2, '2026-12-07'));
    const desk = await openDesk({ 'a.yaml': draft(roundup(1, '2026-11-02')), 'b.yaml': before });
    const added = await add(desk, { by: 'Ada', mark: '🔥', note: 'Worth it.' });
    expect(added).toMatchObject({ status: 'added', slug: 'b', file: 'issues/b.yaml', notes: [] });
    expect(await desk.read('issues/b.yaml')).toBe(
      before.replace(
        '        note: Good.\n',
        `        note: Good.
      - mark: 🔥
        title: 'A "good": page'
        url: ${url}
        by: Ada
        note: Worth it.
`,
      ),
    );
  });

  const sources: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'objects on lines',
      typed(`    reading({
      items: [
        // the first
        {
          title: 'One', // 1
          url: 'https://one.example/',
        }, // one
        // more to come
      ],
    }),
`),
      typed(`    reading({
      items: [
        // the first
        {
          title: 'One', // 1
          url: 'https://one.example/',
        }, // one
        {
          title: 'A "good": page',
          url: '${url}',
        },
        // more to come
      ],
    }),
`),
    ],
    [
      'objects on one line each',
      typed(`    reading({ items: [{ title: 'One', url: 'https://one.example/' }] }),\n`),
      typed(
        `    reading({ items: [{ title: 'One', url: 'https://one.example/' }, { title: 'A "good": page', url: '${url}' }] }),\n`,
      ),
    ],
    [
      'a constant of the same file, and a spread in it',
      typed(
        '    reading({ items }),\n',
        `
const old = [{ title: 'One', url: 'https://one.example/' }];
const items = [
  ...old,
];
`,
      ),
      typed(
        '    reading({ items }),\n',
        `
const old = [{ title: 'One', url: 'https://one.example/' }];
const items = [
  ...old,
  {
    title: 'A "good": page',
    url: '${url}',
  },
];
`,
      ),
    ],
    [
      'no such section',
      typed(''),
      typed(`    reading({
      items: [
        {
          title: 'A "good": page',
          url: '${url}',
        },
      ],
    }),
`),
    ],
  ];
  it.each(sources)(
    'leaves every other byte of a .ts source alone: %s',
    async (_, before, after) => {
      const desk = await openDesk({ 'c.ts': before });
      await add(desk);
      expect(await desk.read('issues/c.ts')).toBe(after);
    },
  );

  it('imports the builder of a section that it makes, or does without', async () => {
    const desk = await openDesk({ 'c.ts': typed('') });
    await add(desk, { section: 'news' });
    const text = await desk.read('issues/c.ts');
    expect(text).toContain("import { defineIssue, intro, news, reading } from 'galley';");
    expect(text).toContain('    news({\n      items: [\n');
    const plain = typed('').replace(/^import .*\n/, "import * as galley from 'galley';\n");
    const other = await openDesk({
      'c.ts': plain
        .replace('defineIssue(', 'galley.defineIssue(')
        .replace('intro(', 'galley.intro('),
    });
    await add(other, { section: 'news' });
    expect(await other.read('issues/c.ts')).toContain(
      "    {\n      kind: 'news',\n      items: [\n",
    );
  });

  it('keeps the byte order mark, the line breaks of Windows and JSON as it is', async () => {
    const windows = `\ufeff${draft(roundup(1, '2026-11-02')).replaceAll('\n', '\r\n')}`;
    const desk = await openDesk({ 'a.yaml': windows });
    await add(desk, { note: 'One\ntwo' });
    const text = await desk.read('issues/a.yaml');
    expect(text.startsWith('\ufeffnumber: 1\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('        note: |-\r\n          One\r\n          two\r\n');
    const json = JSON.stringify({
      number: 1,
      date: '2026-11-02',
      subject: 'S',
      preheader: 'P',
      sections: [
        { kind: 'intro', greeting: 'Hi,', body: 'B' },
        { kind: 'reading', items: [{ title: 'One', url: 'https://one.example/' }] },
        { kind: 'sign-off', body: 'Bye.' },
      ],
    });
    const other = await openDesk({ 'a.json': `${json}\n` });
    await add(other, { title: 'T' });
    expect(await other.read('issues/a.json')).toBe(
      `${json.replace('"https://one.example/"}', `$&, {"title":"T","url":"${url}"}`)}\n`,
    );
  });

  it('takes the place of a TODO, in an issue that it makes when there is no draft', async () => {
    const desk = await openDesk({ 'a.yaml': roundup(1, '2026-11-02') });
    const added = await add(desk);
    expect(added).toMatchObject({ created: true, slug: '2026-12', file: 'issues/2026-12.yaml' });
    const text = await desk.read('issues/2026-12.yaml');
    expect(text).toContain(`      - title: 'A "good": page'\n        url: ${url}\n`);
    expect(text).not.toContain('example.com/reading');
    expect(text).toContain('example.com/news');
    expect(await add(desk, { url: 'https://x.example/' })).toMatchObject({ created: false });
    expect((await desk.read('issues/2026-12.yaml')).match(/- title/g)).toHaveLength(3);
  });

  it('tells where a link was shared before, and adds none twice to one issue', async () => {
    const desk = await openDesk({
      'a.yaml': roundup(1, '2026-10-05').replace('read.example/1', 'new.example/page'),
      'b.yaml': draft(roundup(2, '2026-11-02')),
    });
    const again = 'http://www.new.example/page/?utm_medium=mail&fbclid=1';
    const first = await add(desk, { url: again });
    expect(first).toMatchObject({
      status: 'added',
      item: { url: 'http://www.new.example/page/' },
      sharedBefore: [{ slug: 'a', date: '2026-10-05' }],
      notes: ['Left out what only tracks readers: utm_medium, fbclid.'],
    });
    const text = await desk.read('issues/b.yaml');
    expect(await add(desk, { url: again })).toMatchObject({ status: 'already-there', slug: 'b' });
    expect(await desk.read('issues/b.yaml')).toBe(text);
  });

  it('loses no link for want of a title', async () => {
    const desk = await openDesk({ 'b.yaml': draft(roundup(2, '2026-11-02')) });
    const readPage = () =>
      Promise.resolve({ ok: false, interrupted: false, why: 'It is gone.' } as const);
    expect(await add(desk, { title: undefined, readPage })).toMatchObject({
      item: { title: 'TODO: a good page (new.example)' },
      notes: [
        'The page could not be read: It is gone.',
        'Its title is still to be written: look for TODO.',
      ],
    });
    const bare = { title: undefined, url: 'https://new.example/' };
    expect(await add(desk, bare)).toMatchObject({ item: { title: 'TODO: new.example' } });
    const odd = { title: undefined, url: 'https://new.example/%ff%0a' };
    expect(await add(desk, odd)).toMatchObject({ item: { title: 'TODO: %ff%0a (new.example)' } });
  });

  it('takes what the page says, unless it is told otherwise', async () => {
    const desk = await openDesk({ 'b.yaml': draft(roundup(2, '2026-11-02')) });
    const page = {
      ok: true,
      title: 'Of the page',
      by: 'Ada',
      movedTo: 'https://n.example/',
    } as const;
    const readPage = () => Promise.resolve(page);
    const added = await add(desk, { title: undefined, readPage });
    expect(added).toMatchObject({
      item: { title: 'Of the page', by: 'Ada' },
      notes: ['It leads on to https://n.example/'],
    });
    const given = { title: ' Mine\n', by: 'Bob', readPage, url: 'https://y.example/' };
    expect(await add(desk, given)).toMatchObject({ item: { title: 'Mine', by: 'Bob' } });
  });

  it('writes nothing when it was interrupted', async () => {
    const desk = await openDesk({ 'a.yaml': roundup(1, '2026-11-02') });
    const readPage = () => Promise.resolve({ ok: false, interrupted: true, why: '' } as const);
    expect(await add(desk, { readPage })).toBeNull();
    await expect(desk.read('issues/2026-12.yaml')).rejects.toThrow('ENOENT');
  });

  it.each([
    'example.com/page',
    'javascript:alert(1)',
    'ftp://a.example/',
    'https://user:pw@a.example/',
    'https://a.example/ b',
    'nonsense',
    '',
  ])('refuses "%s", which is no link', async (bad) => {
    const desk = await openDesk({ 'b.yaml': draft(roundup(2, '2026-11-02')) });
    expect(await refusal(desk, { url: bad })).toMatchObject({ code: 'invalid-argument' });
    expect(await desk.read('issues/b.yaml')).toBe(draft(roundup(2, '2026-11-02')));
  });

  it('refuses a note or a mark that the issue could not have', async () => {
    const desk = await openDesk({ 'b.yaml': draft(roundup(2, '2026-11-02')) });
    const error = await refusal(desk, { note: 'a\u0000b' });
    expect(error).toMatchObject({ code: 'invalid-argument' });
    expect(String(error)).toContain('note holds');
    expect(await refusal(desk, { mark: ' ' })).toMatchObject({ code: 'invalid-argument' });
  });

  it('warns of a host that looks like another', async () => {
    const desk = await openDesk({ 'b.yaml': draft(roundup(2, '2026-11-02')) });
    const added = await add(desk, { url: 'https://ex\u0430mple.com/' });
    expect(added?.notes.join()).toContain('look like others');
  });

  const uneditable: readonly (readonly [name: string, text: string])[] = [
    [
      'an imported list',
      typed('    reading({ items }),\n', "import { items } from './_items.ts';\n"),
    ],
    [
      'a computed list',
      typed(
        "    reading({ items: ['a'].map((title) => ({ title, url: 'https://b.example/' })) }),\n",
      ),
    ],
    [
      'a list that is there twice',
      typed(
        "    reading({ items }),\n    { kind: 'news', items },\n",
        "\nconst items = [{ title: 'One', url: 'https://one.example/' }];\n",
      ),
    ],
  ];
  it.each(uneditable)(
    'says what to paste where the source can not be edited: %s',
    async (_, text) => {
      const desk = await openDesk({
        'c.ts': text,
        '_items.ts': "export const items = [{ title: 'One', url: 'https://one.example/' }];\n",
      });
      const error = await refusal(desk, {});
      expect(error).toMatchObject({ code: 'uneditable-issue' });
      expect((error as { hint?: string }).hint).toContain(url);
      expect(await desk.read('issues/c.ts')).toBe(text);
    },
  );

  it('goes into a draft with errors, and leaves alone what can not be read', async () => {
    const broken = draft(roundup(2, '2026-11-02')).replace('kind: sponsor', 'kind: sponser');
    const desk = await openDesk({ 'b.yaml': broken });
    expect(await add(desk)).toMatchObject({ status: 'added', slug: 'b' });
    expect(await add(desk)).toMatchObject({ status: 'already-there' });
    await writeFile(join(desk.root, 'issues/c.yaml'), 'a: [');
    expect(await refusal(desk, {})).toMatchObject({ code: 'uneditable-issue' });
    expect(await refusal(desk, { issue: 'c' })).toMatchObject({ code: 'uneditable-issue' });
    expect(await readFile(join(desk.root, 'issues/c.yaml'), 'utf8')).toBe('a: [');
    const other = { issue: 'b', url: 'https://z.example/' };
    expect(await add(desk, other)).toMatchObject({ status: 'added', slug: 'b' });
  });

  it('goes into the issue that is named, whatever its status', async () => {
    const desk = await openDesk({
      'a.yaml': roundup(1, '2026-10-05'),
      'b.yaml': draft(smallIssue(2)),
    });
    expect(await add(desk, { issue: 'a' })).toMatchObject({ slug: 'a' });
    expect(await refusal(desk, { issue: 'z' })).toMatchObject({ code: 'unknown-issue' });
    expect(await add(desk, { section: 'news' })).toMatchObject({ slug: 'b', status: 'added' });
    expect(await desk.read('issues/b.yaml')).toContain(
      '  - kind: news\n    items:\n      - title:',
    );
  });
});
