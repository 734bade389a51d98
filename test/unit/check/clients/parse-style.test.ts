import { describe, expect, it } from 'vitest';
import { parseStyle } from '../../../../src/check/clients/parse-style.ts';

const used = (css: string, kind: 'sheet' | 'attribute' = 'attribute') =>
  parseStyle(css, kind).uses.map(({ feature }) => feature);

describe('what is read in CSS', () => {
  it.each([
    ['display:flex', 'css-display-flex'],
    ['display: inline-grid', 'css-display-grid'],
    ['position:absolute', 'css-position'],
    ['width:calc(100% - 2px)', 'css-unit-calc'],
    ['color:var(--accent)', 'css-variables'],
    ['--accent:#000000', 'css-variables'],
    ['color:rgba(0,0,0,.5)', 'css-rgba'],
    ['color:oklch(40% 0.2 20)', 'css-modern-color'],
    ['margin:1rem', 'css-unit-rem'],
    ['height:100vh', 'css-unit-vh'],
    ['background:url(a.png)', 'css-background-image'],
    ['background-image:linear-gradient(#000000,#ffffff)', 'css-background-image'],
    ['margin-inline-start:4px', 'css-margin-inline-start-end'],
    ['-webkit-transform:rotate(2deg)', 'css-transform'],
    ['width:min-content', 'css-intrinsic-size'],
  ])('%s is %s', (css, feature) => {
    expect(used(css)).toContain(feature);
  });

  it.each([
    'display:block',
    'position:relative',
    'position:static',
    'float:none',
    'white-space:normal',
    'transform:none',
    'background:#ffffff',
    'background-color:#ffffff',
    'background-clip:padding-box',
    'font-family:flex, grid',
    'content:"calc(1px)"',
    'margin:0 0 16px',
    '',
    ';;',
  ])('%j is nothing to speak of', (css) => {
    expect(used(css)).toEqual([]);
  });

  it('lets a picture behind a text be, where there is a colour for those who do not see it', () => {
    expect(used('background:url(a.png);background-color:#1a1a1a')).toEqual([]);
    expect(used('background:#1a1a1a;background-image:linear-gradient(#000000,#111111)')).toEqual(
      [],
    );
    expect(
      used('.a { background-image: url(a.png) } .b { background-color: #fff }', 'sheet'),
    ).toEqual(['css-background-image']);
  });

  it('tells what a program must know to come to a declaration', () => {
    const css = '@media (prefers-color-scheme: dark) { .a:not(.b) { display: grid } }';
    const grid = parseStyle(css, 'sheet').uses.find(({ feature }) => feature.endsWith('grid'));
    expect(grid?.within).toEqual([
      'css-at-media',
      'css-at-media-prefers-color-scheme',
      'css-pseudo-class-not',
    ]);
    const several = parseStyle('[data-ogsc] .a, .b { display: grid }', 'sheet').uses[0];
    expect(several?.within).toEqual([]);
  });

  it('takes fonts and animations for what they are', () => {
    expect(used('@font-face { font-family: A; src: url(a.woff2) }', 'sheet')).toEqual([]);
    expect(used('@keyframes a { from { transform: rotate(1deg) } }', 'sheet')).toEqual([]);
  });

  it('finds at-rules inside others, and imports', () => {
    expect(parseStyle('@media print { @font-face { font-family: A } }', 'sheet').nested).toEqual([
      '@font-face',
    ]);
    expect(
      parseStyle('@media print { a { color: red } } @media screen { }', 'sheet').nested,
    ).toEqual([]);
    expect(used('@import url("a.css");', 'sheet')).toEqual(['css-at-import']);
    expect(used('.a { .b { color: #ffffff } }', 'sheet')).toEqual(['css-nesting']);
  });

  it('never stumbles over what is no CSS', () => {
    for (const css of ['}}}', '@', 'a {', '{{x}}', '/*', 'a:b:c', '<!--', 'p{color:}']) {
      expect(() => parseStyle(css, 'sheet')).not.toThrow();
      expect(() => parseStyle(css, 'attribute')).not.toThrow();
    }
  });
});
