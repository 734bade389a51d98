import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addToDesk, draftOf, newUrl, refusalOf } from '../../support/add-to-desk.ts';
import { openDesk, roundup } from '../../support/desk.ts';
import { smallIssue } from '../../support/galley.ts';

describe('addLink', () => {
  it('puts a link at the end of the section of the newest draft', async () => {
    const before = draftOf(roundup(2, '2026-12-07'));
    const desk = await openDesk({ 'a.yaml': draftOf(roundup(1, '2026-11-02')), 'b.yaml': before });
    const added = await addToDesk(desk, { by: 'Ada', mark: '🔥', note: 'Worth it.' });
    expect(added).toMatchObject({ status: 'added', slug: 'b', file: 'issues/b.yaml', notes: [] });
    expect(await desk.read('issues/b.yaml')).toBe(
      before.replace(
        '        note: Good.\n',
        `        note: Good.
      - mark: 🔥
        title: 'A "good": page'
        url: ${newUrl}
        by: Ada
        note: Worth it.
`,
      ),
    );
  });

  it('takes the place of a TODO, in an issue that it makes when there is no draft', async () => {
    const desk = await openDesk({ 'a.yaml': roundup(1, '2026-11-02') });
    const added = await addToDesk(desk);
    expect(added).toMatchObject({ created: true, slug: '2026-12', file: 'issues/2026-12.yaml' });
    const text = await desk.read('issues/2026-12.yaml');
    expect(text).toContain(`      - title: 'A "good": page'\n        url: ${newUrl}\n`);
    expect(text).not.toContain('example.com/reading');
    expect(text).toContain('example.com/news');
    expect(await addToDesk(desk, { url: 'https://x.example/' })).toMatchObject({ created: false });
    expect((await desk.read('issues/2026-12.yaml')).match(/- title/g)).toHaveLength(3);
  });

  it('tells where a link was shared before, and adds none twice to one issue', async () => {
    const desk = await openDesk({
      'a.yaml': roundup(1, '2026-10-05').replace('read.example/1', 'new.example/page'),
      'b.yaml': draftOf(roundup(2, '2026-11-02')),
    });
    const again = 'http://www.new.example/page/?utm_medium=mail&fbclid=1';
    const first = await addToDesk(desk, { url: again });
    expect(first).toMatchObject({
      status: 'added',
      item: { url: 'http://www.new.example/page/' },
      sharedBefore: [{ slug: 'a', date: '2026-10-05' }],
      notes: ['Left out what only tracks readers: utm_medium, fbclid.'],
    });
    const text = await desk.read('issues/b.yaml');
    expect(await addToDesk(desk, { url: again })).toMatchObject({
      status: 'already-there',
      slug: 'b',
    });
    expect(await desk.read('issues/b.yaml')).toBe(text);
  });

  it('loses no link for want of a title', async () => {
    const desk = await openDesk({ 'b.yaml': draftOf(roundup(2, '2026-11-02')) });
    const readPage = () =>
      Promise.resolve({ ok: false, interrupted: false, why: 'It is gone.' } as const);
    expect(await addToDesk(desk, { title: undefined, readPage })).toMatchObject({
      item: { title: 'TODO: a good page (new.example)' },
      notes: [
        'The page could not be read: It is gone.',
        'Its title is still to be written: look for TODO.',
      ],
    });
    const bare = { title: undefined, url: 'https://new.example/' };
    expect(await addToDesk(desk, bare)).toMatchObject({ item: { title: 'TODO: new.example' } });
    const odd = { title: undefined, url: 'https://new.example/%ff%0a' };
    expect(await addToDesk(desk, odd)).toMatchObject({
      item: { title: 'TODO: %ff%0a (new.example)' },
    });
  });

  it('takes what the page says, unless it is told otherwise', async () => {
    const desk = await openDesk({ 'b.yaml': draftOf(roundup(2, '2026-11-02')) });
    const page = {
      ok: true,
      title: 'Of the page',
      by: 'Ada',
      movedTo: 'https://n.example/',
    } as const;
    const readPage = () => Promise.resolve(page);
    const added = await addToDesk(desk, { title: undefined, readPage });
    expect(added).toMatchObject({
      item: { title: 'Of the page', by: 'Ada' },
      notes: ['It leads on to https://n.example/'],
    });
    const given = { title: ' Mine\n', by: 'Bob', readPage, url: 'https://y.example/' };
    expect(await addToDesk(desk, given)).toMatchObject({ item: { title: 'Mine', by: 'Bob' } });
  });

  it('writes nothing when it was interrupted', async () => {
    const desk = await openDesk({ 'a.yaml': roundup(1, '2026-11-02') });
    const readPage = () => Promise.resolve({ ok: false, interrupted: true, why: '' } as const);
    expect(await addToDesk(desk, { readPage })).toBeNull();
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
    const desk = await openDesk({ 'b.yaml': draftOf(roundup(2, '2026-11-02')) });
    expect(await refusalOf(desk, { url: bad })).toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(
        /^The link is "[^"]*", which .* Nothing was written\.$/,
      ) as string,
    });
    expect(await desk.read('issues/b.yaml')).toBe(draftOf(roundup(2, '2026-11-02')));
  });

  it('refuses a note or a mark that the issue could not have', async () => {
    const desk = await openDesk({ 'b.yaml': draftOf(roundup(2, '2026-11-02')) });
    const error = await refusalOf(desk, { note: 'a\u0000b' });
    expect(error).toMatchObject({ code: 'invalid-argument' });
    expect(String(error)).toContain('note holds');
    expect(await refusalOf(desk, { mark: ' ' })).toMatchObject({ code: 'invalid-argument' });
  });

  it('warns of a host that looks like another', async () => {
    const desk = await openDesk({ 'b.yaml': draftOf(roundup(2, '2026-11-02')) });
    const added = await addToDesk(desk, { url: 'https://ex\u0430mple.com/' });
    expect(added?.notes.join()).toContain('look like others');
  });

  it('goes into a draft with errors, and leaves alone what can not be read', async () => {
    const broken = draftOf(roundup(2, '2026-11-02')).replace('kind: sponsor', 'kind: sponser');
    const desk = await openDesk({ 'b.yaml': broken });
    expect(await addToDesk(desk)).toMatchObject({ status: 'added', slug: 'b' });
    expect(await addToDesk(desk)).toMatchObject({ status: 'already-there' });
    await writeFile(join(desk.root, 'issues/c.yaml'), 'a: [');
    expect(await refusalOf(desk, {})).toMatchObject({ code: 'uneditable-issue' });
    expect(await refusalOf(desk, { issue: 'c' })).toMatchObject({ code: 'uneditable-issue' });
    expect(await readFile(join(desk.root, 'issues/c.yaml'), 'utf8')).toBe('a: [');
    const other = { issue: 'b', url: 'https://z.example/' };
    expect(await addToDesk(desk, other)).toMatchObject({ status: 'added', slug: 'b' });
  });

  it('goes into the issue that is named, whatever its status', async () => {
    const desk = await openDesk({
      'a.yaml': roundup(1, '2026-10-05'),
      'b.yaml': draftOf(smallIssue(2)),
    });
    expect(await addToDesk(desk, { issue: 'a' })).toMatchObject({ slug: 'a' });
    expect(await refusalOf(desk, { issue: 'z' })).toMatchObject({ code: 'unknown-issue' });
    expect(await addToDesk(desk, { section: 'news' })).toMatchObject({
      slug: 'b',
      status: 'added',
    });
    expect(await desk.read('issues/b.yaml')).toContain(
      '  - kind: news\n    items:\n      - title:',
    );
  });
});
