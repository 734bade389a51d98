import { describe, expect, it } from 'vitest';
import { showMail } from '../../../../src/preview/serve/show-mail.ts';
import { useBrowser } from '../../../support/browser.ts';

const light = { scheme: 'light', styles: true } as const;
const dark = { scheme: 'dark', styles: true } as const;
const always = '(min-width:0)';
const never = '(max-width:-1px)';

function inStyle(css: string, look: typeof light | typeof dark): string {
  const shown = showMail(`<style type="text/css">${css}</style\n>`, [], look);
  return shown.slice('<style type="text/css">'.length, -'</style\n>'.length);
}

describe('a query for a scheme', () => {
  it.each([
    '@media (prefers-color-scheme:dark){a{}}',
    '@media ( prefers-color-scheme : dark ) {a{}}',
    '@media(PREFERS-COLOR-SCHEME:Dark){a{}}',
    '@media\n\tscreen and\n(prefers-color-scheme:\ndark){a{}}',
    '@media (max-width:480px) and (prefers-color-scheme:dark){a{}}',
    '@media print,(prefers-color-scheme:dark){a{}}',
    '@media not (prefers-color-scheme:dark){a{}}',
    '@media (prefers-color-scheme/* which */:/* it */dark){a{}}',
    '@supports (display:grid){@media (prefers-color-scheme:dark){a{}}}',
    '@import url(x.css) (prefers-color-scheme:dark);',
  ])('holds in the dark and never in the light: %j', (css) => {
    const feature = /\(\s*prefers-color-scheme[^)]*\)/i;
    expect(inStyle(css, dark)).toBe(css.replace(feature, always));
    expect(inStyle(css, light)).toBe(css.replace(feature, never));
  });

  it('for light holds in the light, and one for any always', () => {
    expect(inStyle('@media (prefers-color-scheme:light){}', light)).toBe(`@media ${always}{}`);
    expect(inStyle('@media (prefers-color-scheme:light){}', dark)).toBe(`@media ${never}{}`);
    expect(inStyle('@media (prefers-color-scheme){}', dark)).toBe(`@media ${always}{}`);
    expect(inStyle('@media (prefers-color-scheme:no-preference){}', dark)).toBe(
      `@media ${never}{}`,
    );
  });

  it('is rewritten each time that it stands there, and in both places of one query', () => {
    const css = '@media (prefers-color-scheme:dark) and (not (prefers-color-scheme:light)){}';
    expect(inStyle(css + css, dark)).toBe(`@media ${always} and (not ${never}){}`.repeat(2));
  });

  it('is rewritten where it stands on an element', () => {
    const html =
      '<style media="(prefers-color-scheme: dark)">a{}</style><picture><source srcset="a.png" media="(prefers-color-scheme:dark)"></picture>';
    expect(showMail(html, [], dark)).toBe(
      html.replaceAll(/\(prefers-color-scheme: ?dark\)/g, always),
    );
  });

  it('is left alone where it is text', () => {
    const html =
      '<p title="@media (prefers-color-scheme:dark)">@media (prefers-color-scheme:dark) { color-scheme: light dark }</p>';
    expect(showMail(html, [], dark)).toBe(html);
  });
});

describe('the color-scheme of a mail', () => {
  it.each([
    [':root{color-scheme:light dark}', ':root{color-scheme:dark}'],
    [':root{color-scheme: dark light ;color:red}', ':root{color-scheme:dark;color:red}'],
    [':root{color-scheme:light dark!important;x:y}', ':root{color-scheme:dark!important;x:y}'],
    [':root{COLOR-SCHEME:light dark}', ':root{COLOR-SCHEME:dark}'],
    [':root{supported-color-schemes:light dark}', ':root{supported-color-schemes:light dark}'],
    [':root{color-scheme:only light}', ':root{color-scheme:only light}'],
    [':root{color-scheme:normal}', ':root{color-scheme:normal}'],
  ])('in the dark: %j', (css, shown) => {
    expect(inStyle(css, dark)).toBe(shown);
  });

  it('is the chosen one in the meta element, however that is written', () => {
    const shown = '<meta name="color-scheme" content="light"\n>';
    expect(showMail('<meta name="color-scheme" content="light dark"\n>', [], light)).toBe(shown);
    expect(showMail("<META content='light dark' NAME=color-scheme>", [], dark)).toBe(
      '<META content="dark" NAME=color-scheme>',
    );
    const other = '<meta name="supported-color-schemes" content="light dark">';
    expect(showMail(other, [], dark)).toBe(other);
  });
});

describe('the copy of a mail', () => {
  const pictures = [
    { url: 'https://cdn.example/x?a=1&b=2/pic-01234567.png', path: 'images/pic-01234567.png' },
    { url: 'images/here-01234567.png', path: 'images/here-01234567.png' },
  ];

  it('shows local pictures from beside it, wherever they will be', () => {
    const html =
      '<img src="https://cdn.example/x?a=1&amp;b=2/pic-01234567.png"><img src="images/here-01234567.png"><img src="https://else.example/$&.png">';
    expect(showMail(html, pictures, light)).toBe(
      '<img src="images/pic-01234567.png"><img src="images/here-01234567.png"><img src="https://else.example/$&.png">',
    );
  });

  it('has no styles when they are off, also not for Outlook', () => {
    const html =
      '<head\n><style type="text/css">a{}</style\n><!--[if lte mso 11]><STYLE>b{}</STYLE><![endif]--></head><p style="color:red">x</p><style\nmedia="print">c{}</style>';
    expect(showMail(html, [], { scheme: 'light', styles: false })).toBe(
      '<head\n><base target="_blank"><!--[if lte mso 11]><![endif]--></head><p style="color:red">x</p>',
    );
  });

  it('opens links in a new tab, and differs in nothing else', () => {
    const html = '<!doctype html><html><head\n><title>t</title></head><body><header>h</header>';
    expect(showMail(html, [], dark)).toBe(
      html.replace('<head\n>', '<head\n><base target="_blank">'),
    );
  });
});

describe('in a browser', () => {
  const openPage = useBrowser();
  const html = `<!doctype html><html><head><meta name="color-scheme" content="light dark">
    <style>:root{color-scheme:light dark}body{color:rgb(1,1,1)}
    @media (prefers-color-scheme:dark){body{color:rgb(2,2,2)}}</style></head><body>x</body></html>`;

  it.each([
    [light, 'dark', 'rgb(1, 1, 1)', 'light'],
    [dark, 'light', 'rgb(2, 2, 2)', 'dark'],
  ] as const)('the copy is in its scheme, not in that of the computer', async (...given) => {
    const [look, scheme, color, colorScheme] = given;
    const page = await openPage(showMail(html, [], look), { width: 375, scheme });
    const shown = await page.evaluate<Record<string, string>>(`(() => {
      const canvas = document.createElement('i');
      canvas.style.color = 'canvastext';
      document.body.append(canvas);
      return {
        color: getComputedStyle(document.body).color,
        colorScheme: getComputedStyle(document.documentElement).colorScheme,
        text: getComputedStyle(canvas).color,
      };
    })()`);
    expect(shown).toMatchObject({ color, colorScheme });
    expect(shown['text']).toBe(look === dark ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
  });
});
