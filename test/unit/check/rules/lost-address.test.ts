import { describe, expect, it } from 'vitest';
import { lostAddress } from '../../../../src/check/rules/lost-address.ts';
import { markedIn, runExample } from '../../../support/rule-examples.ts';

const footer = 'layouts/footer.mjml.hbs';
const write = (html: string) => ({ templates: { [footer]: `<p>${html}</p>` } });
const picture = (src: string) => `<img src="${src}" alt="A boat" width="40" height="40">`;

describe('the rule lost-address', () => {
  it.each(['boat.png', '/boat.png', '//cdn.example/boat.png', 'file:///home/ada/boat.png'])(
    'finds a picture %s',
    async (src) => {
      const [found, ...more] = await runExample(lostAddress, write(picture(src)));
      expect(found?.message).toContain(`it is "${src}", which `);
      expect(found?.file).toBe(`templates/default/${footer}`);
      expect(more).toEqual([]);
    },
  );

  it.each([
    'about.html',
    '/about',
    'boats.example',
    '?page=2',
    'javascript:void(0)',
    'mailto:ada',
    '',
  ])('finds a link to "%s"', async (href) => {
    expect(await runExample(lostAddress, write(`<a href="${href}">About</a>`))).toHaveLength(1);
  });

  it.each([
    'https://boats.example/?a=1&amp;b=2',
    'mailto:letter@boats.example',
    'mailto:?subject=Have you read this&amp;body=https://boats.example/',
    'mailto:letter@boats.example?cc=ada@boats.example',
    'tel:+431234',
    'webcal://boats.example/race.ics',
    '#top',
    '*|ARCHIVE|*',
    '%%view_url%%',
    '[webversion]',
    '{webview_url}',
    '<%asm_preferences_raw_url%>',
    '-weblink-',
  ])('leaves a link to %s alone', async (href) => {
    expect(await runExample(lostAddress, write(`<a href="${href}">There</a>`))).toEqual([]);
  });

  it('leaves the tag to unsubscribe, and pictures of the issue, alone', async () => {
    const issue = '- kind: topic\n  heading: Oak\n  body: "![Oak](oak.png)"';
    const pictures = { 'oak.png': { width: 9, height: 9 } };
    const config = 'unsubscribe: { tag: unsubscribe }';
    expect(await runExample(lostAddress, { issue, pictures, config })).toEqual([]);
  });

  it('says what to write instead', async () => {
    const [spaced] = await runExample(
      lostAddress,
      write('<a href="https://boats.example/a b">A</a>'),
    );
    expect(spaced?.hint).toBe('Take it out, or write a space as %20.');
    const [hostless] = await runExample(lostAddress, write(picture('//boats.example/boat.png')));
    expect(hostless?.hint).toBe('Write it as https://boats.example/boat.png');
  });

  it('points into the attribute, also of what is hidden from Outlook', async () => {
    const hidden = '<!--[if !mso]><!--><img alt="boat.png" src="boat.png"><!--<![endif]-->';
    const [found] = await runExample(lostAddress, write(hidden));
    expect(found?.column).toBe(48);
    const [empty] = await runExample(lostAddress, write('<a title="" href="">One</a>'));
    expect(empty?.column).toBe(22);
  });

  it('tells an address once, where it is written', async () => {
    const twice = write(`<a href="/a?x=1&amp;y">One</a> <a href="/a?x=1&amp;y">Two</a>`);
    const found = await runExample(lostAddress, twice);
    expect(found.map(({ line, column }) => [line, column])).toEqual([[1, 13]]);
    expect(await markedIn(lostAddress, write('<a href="/a">One</a>'))).toEqual(['/a']);
  });
});
