import { describe, expect, test } from 'vitest';
import { mark } from '../../../../src/template/markup/marks.ts';
import { minifyHtml } from '../../../../src/template/mjml/minify.ts';

const minify = (html: string) => minifyHtml(html, new Set());

describe('white space', () => {
  test.each([
    [
      'goes beside elements that make lines',
      '<div>\n  <p> a </p>\n\n <p>b</p> </div>\n',
      '<div><p>a</p><p>b</p></div>',
    ],
    [
      'stays, as one, between words and inline elements',
      '<p>a  <b>b</b>\n <i>c</i> d</p>',
      '<p>a <b>b</b>\n<i>c</i> d</p>',
    ],
    [
      'stays beside images, which stand in a line',
      '<p>a <img src="x" /> b</p>',
      '<p>a <img src="x"> b</p>',
    ],
    ['goes beside a line break', '<p>a <br /> b</p>', '<p>a<br>b</p>'],
    [
      'stays where it does not break',
      '<p>\u00a0a\u00a0 b&nbsp; </p>',
      '<p>\u00a0a\u00a0 b&nbsp;</p>',
    ],
    ['stays in preformatted text', '<pre>\n  a\n   b </pre>', '<pre>\n  a\n   b </pre>'],
    [
      'stays in attributes',
      '<p\n  title="a  b"\n   alt=\'c  d\' >x</p>',
      '<p title="a  b" alt=\'c  d\'>x</p>',
    ],
    [
      'stays between words and a comment for Outlook',
      '<p>a <!--[if mso]> b <![endif]--> c</p>',
      '<p>a <!--[if mso]> b <![endif]--> c</p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(minify(html)).toBe(expected);
  });

  test('stays beside a value, and goes beside a block between elements', () => {
    const html = `<div> ${mark(0)} ${mark(1)} <b>x</b></div> ${mark(2)} <!--[if mso | IE]><td><![endif]--> ${mark(2)}`;
    expect(minifyHtml(html, new Set([2]))).toBe(
      `<div>${mark(0)} ${mark(1)} <b>x</b></div>${mark(2)}<!--[if mso | IE]><td><![endif]-->${mark(2)}`,
    );
  });
});

describe('comments', () => {
  test('go, but for those that Outlook reads', () => {
    const html =
      '<div><!-- a --><!--[if mso | IE]> <table role="presentation"> <tr> <![endif]--><p>x</p><!--[if !mso]><!--><i>y</i><!--<![endif]--></div>';
    expect(minify(html)).toBe(
      '<div><!--[if mso | IE]><table role="presentation"><tr><![endif]--><p>x</p><!--[if !mso]><!--><i>y</i><!--<![endif]--></div>',
    );
  });
});

describe('attributes', () => {
  test.each([
    [
      '<td style="padding: 0px 25px; font-size: 0px ;margin:0px auto;">',
      '<td style="padding:0 25px;font-size:0px;margin:0 auto">',
    ],
    ['<td style="padding:10px;margin-top: 100px">', '<td style="padding:10px;margin-top:100px">'],
    ['<td class="" style="">', '<td>'],
    [
      '<table border="0" cellpadding="0" cellspacing="0" role="presentation"><tbody><tr>',
      '<table border="0" cellpadding="0" cellspacing="0" role="presentation"><tr>',
    ],
    [
      '<v:rect style="width:600px;" fill="true" /><o:AllowPNG/>',
      '<v:rect style="width:600px" fill="true" /><o:AllowPNG/>',
    ],
    [
      `<td style="color: ${mark(0)} ; background:url('a b;c')">`,
      `<td style="color:${mark(0)};background:url('a b;c')">`,
    ],
  ])('%s', (html, expected) => {
    expect(minify(html)).toBe(expected);
  });
});

describe('style sheets', () => {
  test.each([
    ['a { color: red; }  b,  c > d { margin: 0 auto }', 'a{color:red}b,c > d{margin:0 auto}'],
    [
      '@media only screen and (min-width:480px) { .a { width: 100% !important; } }',
      '@media only screen and (min-width:480px){.a{width:100%!important}}',
    ],
    ['/* a */ a:hover, [data-ogsc] .b { color: red }', 'a:hover,[data-ogsc] .b{color:red}'],
    [
      `.a { color: ${mark(3)}; width: calc(1px + 2px) }`,
      `.a{color:${mark(3)};width:calc(1px + 2px)}`,
    ],
  ])('%s', (css, expected) => {
    expect(minify(`<style media="print">\n${css}\n</style>`)).toBe(
      `<style media="print">${expected}</style>`,
    );
  });
});
