import { describe, expect, it } from 'vitest';
import { editorUrl } from '../../../../src/preview/session/editor-url.ts';
import { editorTemplates } from '../../../../src/workspace/editor-template.ts';

const place = { line: 4, column: 12 };

describe("the address of an author's editor", () => {
  it.each([
    ['vscode', 'vscode://file/home/ada/a.ts:4:12', 'vscode://file/C:/letter/a.ts:4:12'],
    ['cursor', 'cursor://file/home/ada/a.ts:4:12', 'cursor://file/C:/letter/a.ts:4:12'],
    ['zed', 'zed://file/home/ada/a.ts:4:12', 'zed://file/C:/letter/a.ts:4:12'],
    [
      'idea',
      'idea://open?file=/home/ada/a.ts&line=4&column=12',
      'idea://open?file=C:/letter/a.ts&line=4&column=12',
    ],
    [
      'textmate',
      'txmt://open?url=file:///home/ada/a.ts&line=4&column=12',
      'txmt://open?url=file:///C:/letter/a.ts&line=4&column=12',
    ],
  ] as const)('%s', (name, posix, windows) => {
    expect(editorUrl(editorTemplates[name], '/home/ada/a.ts', place)).toBe(posix);
    expect(editorUrl(editorTemplates[name], 'C:\\letter\\a.ts', place)).toBe(windows);
  });

  it.each([
    ['/a b/c#d%20e?f&g=h.ts', '/a%20b/c%23d%2520e%3Ff%26g%3Dh.ts'],
    [`/it's "so" <here>/(a)*!.ts`, '/it%27s%20%22so%22%20%3Chere%3E/%28a%29%2A%21.ts'],
    ['/a:3:4\\b.ts', '/a%3A3%3A4%5Cb.ts'],
    ['/ö/日本.ts', '/%C3%B6/%E6%97%A5%E6%9C%AC.ts'],
    ['/{line}/{file}.ts', '/%7Bline%7D/%7Bfile%7D.ts'],
    ['/\ud800.ts', '/%EF%BF%BD.ts'],
    ['\\\\server\\share\\a b.ts', '//server/share/a%20b.ts'],
    ['c:/a b\\c.ts', '/c:/a%20b/c.ts'],
  ])('encodes %j', (file, encoded) => {
    expect(editorUrl('mine://file{file}', file, place)).toBe(`mine://file${encoded}`);
  });

  it('has one slash where a template brings its own', () => {
    expect(editorUrl('mine://file/{file}:{line}', '/a.ts', place)).toBe('mine://file/a.ts:4');
    expect(editorUrl('mine://{file}', '/a.ts', place)).toBe('mine:///a.ts');
    expect(editorUrl('mine://x?{line}-{column}-{file}', '/a.ts', place)).toBe(
      'mine://x?4-12-/a.ts',
    );
  });

  it('opens the start of a file whose problem has no place', () => {
    const none = { line: null, column: null };
    expect(editorUrl(editorTemplates.vscode, '/a.ts', none)).toBe('vscode://file/a.ts:1:1');
  });
});
