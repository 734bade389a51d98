import { describe, expect, it } from 'vitest';
import { parsePath } from '../../../../src/check/page/origin.ts';
import { ancestry } from '../../../../src/check/page/page.ts';
import { readPage } from '../../../../src/check/page/read-page.ts';
import { formatPath } from '../../../../src/diagnostics/diagnostic.ts';

describe('a page that is taken apart', () => {
  it('has its elements in order, with what is around them and in them', () => {
    const { elements } = readPage('<div><p>One <a href="#">two</a></p><hr></div>');
    expect(elements.map(({ name }) => name)).toEqual(['div', 'p', 'a', 'hr']);
    const link = elements.find(({ name }) => name === 'a');
    expect(link?.text).toBe('two');
    expect(link && ancestry(link).map(({ name }) => name)).toEqual(['a', 'p', 'div']);
    expect(elements[1]?.text).toBe('One two');
  });

  it('has neither what only Outlook sees, nor keeps from whom the rest is hidden', () => {
    const html =
      '<!--[if mso]><b>x</b><![endif]--><!--[if !mso]><!--><i>y</i><!--<![endif]--><u>z</u>';
    const { elements } = readPage(html);
    expect(elements.map(({ name, hidesFromOutlook }) => [name, hidesFromOutlook])).toEqual([
      ['i', true],
      ['u', false],
    ]);
  });

  it('takes a span that is there for its path as a word about the element around it', () => {
    const traced = readPage(
      '<td><a href="#">Go<span data-path="sections[0].body[1]"></span></a></td>',
    );
    const plain = readPage('<td><a href="#">Go</a></td>');
    expect(traced.elements.map(({ name }) => name)).toEqual(plain.elements.map(({ name }) => name));
    expect(traced.elements[1]?.path).toBe('sections[0].body[1]');
  });

  it('has the contents of style sheets', () => {
    expect(readPage('<style>a > b {}</style><p>x</p>').styles).toEqual([
      { text: 'a > b {}', hidesFromOutlook: false },
    ]);
  });

  it('reads paths as they are written', () => {
    for (const path of ['title', 'sections[3].items[2].url', 'author.links[0].label']) {
      expect(formatPath(parsePath(path))).toBe(path);
    }
  });
});
