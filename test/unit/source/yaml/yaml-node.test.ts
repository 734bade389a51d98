import { describe, expect, test } from 'vitest';
import { expectPlace, sourceOf } from '../../../support/source-fixture.ts';

const yaml = (text: string) => ({ 'a.yaml': text });
const url = { path: ['items', 1, 'url'] };

describe('the place of a value', () => {
  test('is a plain scalar, without the comment behind it', async () => {
    await expectPlace(yaml('items:\n  - url: a\n  - url: ‹www.example.com› # hm\n'), url);
  });

  test('is a quoted scalar with its quotes', async () => {
    await expectPlace(yaml('items: [{ url: a }, { url: ‹"b"› }]'), url);
  });

  test('is the first line of a text that goes on', async () => {
    await expectPlace(yaml('body: ‹one›  \n  two\nnext: 1\n'), { path: ['body'] });
  });

  test("is a block scalar's first line with text, without its indentation", async () => {
    await expectPlace(yaml('body: |2-\n\n    ‹ some text›\n  more\n'.replace('‹ ', ' ‹')), {
      path: ['body'],
    });
  });

  test('is the indicator of an empty block scalar', async () => {
    await expectPlace(yaml('body: ‹|-›\nnext: 1\n'), { path: ['body'] });
  });

  test("is a map's first key", async () => {
    await expectPlace(yaml('sections:\n  - ‹kind›: intro\n    body: hi\n'), {
      path: ['sections', 0],
    });
  });

  test("is a list's first dash or its bracket", async () => {
    await expectPlace(yaml('items:\n  ‹-› a\n  - b\n'), { path: ['items'] });
    await expectPlace(yaml('items: ‹[›a, b]\n'), { path: ['items'] });
  });

  test('is all of an empty list or map', async () => {
    await expectPlace(yaml('items: ‹[]›\n'), { path: ['items'] });
    await expectPlace(yaml('items: ‹{ }›\n'), { path: ['items'] });
  });

  test('is the key when nothing is written behind it', async () => {
    await expectPlace(yaml('a: 1\n‹subject›:\nb: 2\n'), { path: ['subject'] });
    await expectPlace(yaml('{a, ‹subject›}'), { path: ['subject'] });
  });

  test('is the value behind an anchor and a tag', async () => {
    await expectPlace(yaml('subject: &s !!str ‹hello›\n'), { path: ['subject'] });
  });

  test('counts columns in UTF-16 units, without a byte order mark', async () => {
    await expectPlace(yaml('\uFEFF{ "👩‍👩‍👧": 1, a: ‹b› }'), { path: ['a'] });
  });

  test('ends before a CR', async () => {
    await expectPlace(yaml('a: ‹one›\r\nb: >\r\n  two\r\n'), { path: ['a'] });
    await expectPlace(yaml('a: one\r\nb: >\r\n  ‹two›\r\n  three\r\n'), { path: ['b'] });
  });

  test('follows an alias to what it stands for', async () => {
    await expectPlace(yaml('links:\n  - &l ‹ftp://x›\nurl: *l\n'), { path: ['url'] });
    await expectPlace(yaml('base: &b { url: ‹x› }\nitems: [1, *b]\n'), url);
  });

  test('follows the nearest anchor of a name that is there twice', async () => {
    await expectPlace(yaml('a: &x 1\nb: &x ‹2›\nc: *x\nd: &x 3\n'), { path: ['c'] });
  });

  test('follows a merge key', async () => {
    await expectPlace(yaml('base: &b\n  url: ‹x›\nitems:\n  - 1\n  - <<: *b\n    title: t\n'), url);
  });

  test("takes an item's own key before a merged one, wherever it stands", async () => {
    await expectPlace(yaml('b: &b { url: x }\nitems: [1, { url: ‹y›, <<: *b }]\n'), url);
  });

  test('takes the first of several merged maps', async () => {
    const text = 'a: &a { url: ‹x› }\nb: &b { url: y, z: 1 }\nitems: [1, { <<: [*a, *b] }]\n';
    await expectPlace(yaml(text), url);
  });

  test('follows a merge in what is merged', async () => {
    const text = 'a: &a { url: ‹x› }\nb: &b { <<: *a, z: 1 }\nitems: [1, { <<: *b }]\n';
    await expectPlace(yaml(text), url);
  });

  test('is found for keys that are no texts', async () => {
    await expectPlace(yaml('1: a\n2: ‹b›\n'), { path: [2] });
    await expectPlace(yaml('true: ‹b›\n'), { path: ['true'] });
  });
});

describe('the place of a key', () => {
  test('is the key', async () => {
    await expectPlace(yaml('a: 1\n‹preheadr›: x\n'), { path: ['preheadr'], at: 'key' });
    await expectPlace(yaml('a: { ‹"b c"› : x }\n'), { path: ['a', 'b c'], at: 'key' });
  });

  test('is the key in the merged map', async () => {
    const text = 'a: &a\n  ‹urll›: x\nb:\n  <<: *a\n';
    await expectPlace(yaml(text), { path: ['b', 'urll'], at: 'key' });
  });
});

describe('the place of a missing key', () => {
  test('is the first key of the map that lacks it', async () => {
    const text = 'items:\n  - ‹url›: x\n    by: y\n';
    await expectPlace(yaml(text), { path: ['items', 0, 'title'], at: 'missing' });
    await expectPlace(yaml('‹a›: 1\nb: 2\n'), { path: ['subject'], at: 'missing' });
  });

  test('is an empty map', async () => {
    await expectPlace(yaml('a: ‹{}›\n'), { path: ['a', 'b'], at: 'missing' });
  });

  test('is the key of a map that is not there at all', async () => {
    await expectPlace(yaml('b: 1\n‹a›:\n'), { path: ['a', 'b'], at: 'missing' });
  });
});

describe('a path that leads nowhere', () => {
  test('is placed at the nearest parent', async () => {
    await expectPlace(yaml('a:\n  ‹b›: 1\n'), { path: ['a', 'x', 0, 'y'] });
    await expectPlace(yaml('a: ‹hello›\n'), { path: ['a', 'x'] });
  });

  test('is placed at the start of the data when it is empty', async () => {
    await expectPlace(yaml('# comment\n‹a›: 1\n'), { path: [] });
  });
});

describe('a piece', () => {
  test('of an alias is found where it is written', async () => {
    const piece = { offset: 6, length: 5 };
    await expectPlace(yaml('a: &a hello ‹world›\nb: *a\n'), { path: ['b'], piece });
  });

  test('of a number is the number', async () => {
    await expectPlace(yaml('a: ‹2026›\n'), { path: ['a'], piece: { offset: 1, length: 2 } });
  });

  test('that lies behind the end is placed at the end', async () => {
    const source = await sourceOf(yaml('a: one two\n'));
    const place = await source.locate({ path: ['a'], piece: { offset: 7, length: 5 } });
    expect(place).toMatchObject({ line: 1, column: 11, endColumn: 12 });
  });
});
