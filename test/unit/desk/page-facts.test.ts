import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { choosePageFacts } from '../../../src/desk/add/page-facts.ts';
import { readClaims } from '../../../src/desk/add/read-claims.ts';
import { decodePage } from '../../../src/desk/add/decode-page.ts';
import { readPage } from '../../../src/desk/add/read-page.ts';

function factsOf(html: string, url = 'https://www.example.com/page') {
  return choosePageFacts(readClaims(html), url);
}

describe('title and author of a page', () => {
  it.each<[name: string, html: string, title: string | null, by: string | null]>([
    ['nothing', '', null, null],
    ['a title', '<title>\n A &amp; B&#8217;s\t</title>', 'A & B’s', null],
    [
      'Open Graph before the title',
      '<title>T</title><meta property="og:title" content="O &quot;q&quot;"><meta name=author content="Ada">',
      'O "q"',
      'Ada',
    ],
    [
      'structured data',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"S"},{"headline":"H","author":[{"name":"Ada"},{"name":"Bob"},"Cy"]}]}</script><title>T</title>`,
      'H',
      'Ada, Bob and Cy',
    ],
    ['broken structured data', '<script type="application/ld+json">{</script><title>T', 'T', null],
    [
      'an author that is an address',
      '<meta property="article:author" content="https://facebook.example/ada"><meta name="parsely-author" content="by Ada"><title>T</title>',
      'T',
      'Ada',
    ],
    ['an author in a link', '<title>T</title><p><a rel="author" href="/">Ada</a>', 'T', 'Ada'],
    [
      'an author that is a mail address or a handle',
      '<title>T</title><meta name="author" content="ada@example.com"><meta name="author" content="@ada">',
      'T',
      null,
    ],
    ['the title of a drawing', '<svg><title>Icon</title></svg><title>T</title>', 'T', null],
    ['an empty claim', '<meta property="og:title" content=" "><title>T</title>', 'T', null],
    [
      'a title that turns the reading direction',
      '<title>a\u202eb\u0000c\u2028d</title>',
      'ab c d',
      null,
    ],
    [
      'markup in a title',
      '<title><script>alert(1)</script></title>',
      '<script>alert(1)</script>',
      null,
    ],
  ])('come from %s', (_, html, title, by) => {
    expect(factsOf(html)).toEqual({ title, by });
  });

  it.each([
    ['A thing | Example', 'A thing'],
    ['A thing — example.com', 'A thing'],
    ['Example: A thing', 'Example: A thing'],
    ['Example – A thing', 'A thing'],
    ['A thing - with a dash', 'A thing - with a dash'],
    ['A thing | The Site', 'A thing'],
    ['The Site', 'The Site'],
    ['A thing - Ada', 'A thing'],
    ['A thing | Ada | The Site!', 'A thing'],
  ])('of "%s" leave out the name of the site', (title, expected) => {
    const claims = { title: [title], siteName: ['The Site'], author: ['Ada'] };
    expect(choosePageFacts(claims, 'https://www.example.com/').title).toBe(expected);
  });

  it('are short', () => {
    expect(factsOf(`<title>${'a'.repeat(5_000_000)}</title>`).title).toHaveLength(200);
    const many = Array.from({ length: 9 }, (_, index) => `Name ${index}`);
    const facts = choosePageFacts(
      { title: ['T'], siteName: [], author: many },
      'https://a.example',
    );
    expect(facts.by).toBe('Name 0 and others');
  });
});

describe('decodePage', () => {
  it('reads the encoding from the mark, the header, the page, or guesses as browsers do', () => {
    const latin = Buffer.from('<title>caf\xe9</title>', 'latin1');
    expect(decodePage(latin, 'text/html; charset=iso-8859-1')).toContain('café');
    expect(decodePage(latin, undefined)).toContain('café');
    expect(decodePage(latin, 'text/html; charset=nonsense')).toContain('café');
    const meta = Buffer.from('<meta charset="windows-1251"><title>\xcf\xf0</title>', 'latin1');
    expect(decodePage(meta, 'text/html')).toContain('Пр');
    expect(decodePage(Buffer.from('\ufeffé', 'utf16le'), 'text/html; charset=utf-8')).toBe('é');
    expect(decodePage(Buffer.from('日本'), 'text/html')).toBe('日本');
    expect(decodePage(Buffer.from('日本').subarray(0, 5), 'text/html')).toBe('日');
    expect(decodePage(Buffer.from('<meta charset=utf-16><title>é'), undefined)).toContain('é');
  });
});

describe('readPage', () => {
  async function serve(answer: (path: string) => [number, Record<string, string>, string]) {
    const server = createServer((request, response) => {
      const [status, headers, body] = answer(request.url ?? '');
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const { signal } = new AbortController();
  const html = { 'content-type': 'text/html' };

  it('reads a page, and tells where it led', async () => {
    const origin = await serve((path) =>
      path === '/a' ? [302, { location: '/b' }, ''] : [200, html, `<title>At ${path}</title>`],
    );
    expect(await readPage(`${origin}/a`, { signal, allows: () => true })).toEqual({
      ok: true,
      title: 'At /b',
      by: null,
      movedTo: `${origin}/b`,
    });
  });

  it('tells why there is nothing to read', async () => {
    const origin = await serve((path) =>
      path === '/pdf' ? [200, { 'content-type': 'application/pdf' }, '%PDF'] : [404, html, ''],
    );
    const why = async (path: string, allows?: () => boolean) => {
      const page = await readPage(origin + path, { signal, ...(allows ? { allows } : {}) });
      return page.ok ? 'it was read' : page.why;
    };
    expect(await why('/', () => true)).toBe('It answered 404.');
    expect(await why('/pdf', () => true)).toContain('application/pdf');
    expect(await why('/')).toContain('not on the public internet');
  });

  it('says when it was interrupted', async () => {
    const page = await readPage('https://example.com', { signal: AbortSignal.abort() });
    expect(page).toMatchObject({ ok: false, interrupted: true });
  });
});
