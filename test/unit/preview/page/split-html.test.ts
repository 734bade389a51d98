import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHtml } from '../../../../src/preview/page/split-html.ts';

describe('HTML as lines', () => {
  it('has a line a tag, and short elements on one', () => {
    const html =
      '<!doctype html><html><body><p class="a">One <b>two</b> three</p><br><td></td></body></html>';
    expect(draw(html)).toEqual([
      '<!doctype html>',
      '<html>',
      ' <body>',
      '  <p class="a">One ',
      '   <b>two</b> three',
      '  </p>',
      '  <br>',
      '  <td></td>',
      ' </body>',
      '</html>',
    ]);
  });

  it('has a line a rule in styles', () => {
    const html = '<style>a{b:c}d{e:f}@media x{g{h:i}j{k:l}}</style><p>x</p>';
    expect(draw(html)).toEqual([
      '<style>',
      ' a{b:c}',
      ' d{e:f}',
      ' @media x{',
      ' g{h:i}',
      ' j{k:l}}',
      '</style>',
      '<p>x</p>',
    ]);
  });

  it('keeps a comment whole, with the tags in it', () => {
    expect(draw('<p>a</p><!--[if mso]><table><tr><![endif]--><p>b</p>')).toEqual([
      '<p>a</p>',
      '<!--[if mso]><table><tr><![endif]-->',
      '<p>b</p>',
    ]);
  });

  it('tells the parts of a tag', () => {
    const [line] = splitHtml('<a href="/x>y" data-n=1 hidden>');
    expect(line?.runs).toEqual([
      { text: '<a', role: 'tag' },
      { text: ' href', role: 'attribute' },
      { text: '="/x>y"', role: 'value' },
      { text: ' data-n', role: 'attribute' },
      { text: '=1', role: 'value' },
      { text: ' hidden', role: 'attribute' },
      { text: '>', role: 'tag' },
    ]);
  });

  it('leaves nothing out, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<style>',
      '</style>',
      'a{b:c}',
      '}',
      '<br/>',
      ' a="b"',
      '=',
      'text',
      '\n',
      '<![endif]-->',
    );
    fc.assert(
      fc.property(fc.array(piece), (all) => {
        const html = all.join('');
        const runs = splitHtml(html).flatMap((line) => line.runs);
        expect(runs.map(({ text }) => text).join('')).toBe(html);
      }),
      { numRuns: 500 },
    );
  });
});

// --- internal ---

function draw(html: string): string[] {
  return splitHtml(html).map(
    ({ depth, runs }) => ' '.repeat(depth) + runs.map(({ text }) => text).join(''),
  );
}
