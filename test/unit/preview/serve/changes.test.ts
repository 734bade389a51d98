import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangedLines } from '../../../../src/preview/model.ts';
import {
  compareLines,
  compareMails,
  readBuilt,
  splitTags,
} from '../../../../src/preview/serve/changes.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';
import { processorTime } from '../../../support/processor-time.ts';

/** `+a -b =c`. */
function written(changes: readonly ChangedLines[]): string {
  const signs = { same: '=', added: '+', removed: '-' };
  return changes.map(({ kind, lines }) => signs[kind] + lines.join('')).join(' ');
}

function compare(before: string, after: string): string {
  return written(compareLines(before.match(/./g) ?? [], after.match(/./g) ?? []));
}

describe('lines are compared', () => {
  it.each([
    ['abc', 'abc', '=abc'],
    ['abc', 'axc', '=a -b +x =c'],
    ['abc', 'abcd', '=abc +d'],
    ['abc', 'bc', '-a =bc'],
    ['aa', 'aaa', '=aa +a'],
    ['aaa', 'aa', '=aa -a'],
    ['', 'a', '+a'],
    ['a', '', '-a'],
    ['', '', ''],
    ['abcdefg', 'abXdeYg', '=ab -c +X =de -f +Y =g'],
  ])('%j and %j', (before, after, changes) => {
    expect(compare(before, after)).toBe(changes);
  });

  it('so that either text can be read from the changes', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = compareLines(before, after);
        const without = (kind: string) =>
          changes.filter((change) => change.kind !== kind).flatMap((change) => change.lines);
        expect(without('added')).toEqual(before);
        expect(without('removed')).toEqual(after);
        const kinds = changes.map(({ kind }) => kind);
        expect(kinds.some((kind, index) => kind === kinds[index + 1])).toBe(false);
      }),
    );
  });

  it('in bounded time, however different they are', async () => {
    const lines = (letter: string) => Array.from({ length: 60_000 }, (_, n) => `${letter}${n}`);
    const before = ['same', ...lines('a'), 'end'];
    let changes: ReturnType<typeof compareLines> = [];
    const time = await processorTime(() => {
      changes = compareLines(before, ['same', ...lines('b'), 'end']);
    });
    expect(time).toBeLessThan(2000);
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(changes.map(({ lines: { length } }) => length)).toEqual([1, 60_000, 60_000, 1]);
  });
});

describe('HTML is written a line a tag', () => {
  it('with the text after it, and a line a rule of its styles', () => {
    const html =
      '<!doctype html><html\n><head><style type="text/css">a{b:c}@media x{d{e:f}}</style\n></head><body><p>One <b\n>two</b\n> three.</p>\n<img\nsrc="a.png"/></body></html>\n';
    expect(splitTags(html)).toEqual([
      '<!doctype html>',
      '<html>',
      '<head>',
      '<style type="text/css">',
      'a{b:c}',
      '@media x{d{e:f}',
      '}',
      '</style>',
      '</head>',
      '<body>',
      '<p>One',
      '<b>two',
      '</b> three.',
      '</p>',
      '<img src="a.png"/>',
      '</body>',
      '</html>',
    ]);
  });

  it('also where it is none', () => {
    expect(splitTags('')).toEqual([]);
    expect(splitTags('just text')).toEqual(['just text']);
    expect(splitTags('  <p>x')).toEqual(['<p>x']);
  });
});

describe('a mail is compared with its build', () => {
  const now = { html: '<p>ä</p>', text: 'one\ntwo\n' };

  it('in lines, with the bytes of the HTML', () => {
    const changes = compareMails({ html: '<p>a</p>', text: 'one\n2\n' }, now);
    expect(changes).toEqual({
      built: true,
      htmlBytes: { built: 8, now: 9 },
      text: [
        { kind: 'same', lines: ['one'] },
        { kind: 'removed', lines: ['2'] },
        { kind: 'added', lines: ['two'] },
        { kind: 'same', lines: [''] },
      ],
      html: [
        { kind: 'removed', lines: ['<p>a'] },
        { kind: 'added', lines: ['<p>ä'] },
        { kind: 'same', lines: ['</p>'] },
      ],
    });
  });

  it('or with none', () => {
    const changes = compareMails(null, now);
    expect(changes).toEqual({
      built: false,
      htmlBytes: { built: 0, now: 9 },
      text: [],
      html: [],
    });
  });
});

describe('the last build', () => {
  it('is read from out/, as far as it is there', async () => {
    const root = await makeTempFolder();
    const workspace = workspaceAt(root);
    expect(await readBuilt(workspace, 'a')).toBeNull();
    await writeFiles(root, { 'out/a/email.html': '<p>', 'out/b/email.txt': 'text' });
    expect(await readBuilt(workspace, 'a')).toEqual({ html: '<p>', text: '' });
    expect(await readBuilt(workspace, 'b')).toEqual({ html: '', text: 'text' });
  });

  it('is none where out/ leads out of the workspace', async () => {
    const outside = await makeTempFolder();
    await writeFiles(outside, { 'email.txt': 'secret', 'a/email.html': 'secret' });
    const root = await makeTempFolder();
    await mkdir(join(root, 'out'));
    await symlink(outside, join(root, 'out/a'));
    await mkdir(join(root, 'out/b'));
    await symlink(join(outside, 'email.txt'), join(root, 'out/b/email.txt'));
    await mkdir(join(root, 'out/c/email.html'), { recursive: true });
    const found = ['a', 'b', 'c'].map((slug) => readBuilt(workspaceAt(root), slug));
    expect(await Promise.all(found)).toEqual([null, null, null]);
    const linked = await makeTempFolder();
    await symlink(outside, join(linked, 'out'));
    await writeFile(join(linked, 'newsletter.config.yaml'), '');
    expect(await readBuilt(workspaceAt(linked), 'a')).toBeNull();
  });
});
