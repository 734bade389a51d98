import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';

let browser: Browser | undefined;
let page: Page | undefined;

beforeAll(async () => {
  const source = new URL('../../src/preview/page/patch-tree.ts', import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    format: 'iife',
    globalName: 'patching',
    write: false,
  });
  browser = await chromium.launch(await launchOptions());
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});
afterAll(() => browser?.close());

/** The result, the wanted one as the browser writes it, and how many marked nodes are still there. */
async function patch(before: string, after: string) {
  if (page === undefined) throw new Error('The browser starts before the tests.');
  return page.evaluate(
    ([from, to]) => {
      const parse = (html: string) =>
        new DOMParser().parseFromString(html, 'text/html').documentElement;
      const patchTree = Reflect.get(Reflect.get(window, 'patching') as object, 'patchTree') as (
        one: Element,
        other: Element,
      ) => void;
      const [tree, wanted] = [parse(from), parse(to)];
      const kept = new Set(tree.querySelectorAll('*'));
      const html = wanted.outerHTML;
      patchTree(tree, wanted);
      const all = [...tree.querySelectorAll('*')];
      const fresh = all.filter((element) => !kept.has(element)).map(({ localName }) => localName);
      return { is: tree.outerHTML, wanted: html, fresh };
    },
    [before, after] as const,
  );
}

describe('a patched mail', () => {
  test.each([
    ['one word', '<p>One</p><p>Two</p>', '<p>One</p><p>Three</p>', []],
    ['a new paragraph', '<p>One</p><p>Two</p>', '<p>One</p><p>New</p><p>Two</p>', ['p']],
    ['a paragraph less', '<p>One</p><p>Two</p><p>Three</p>', '<p>One</p><p>Three</p>', []],
    ['another element', '<div><p>One</p></div>', '<div><h2>One</h2></div>', ['h2']],
    ['attributes', '<p class="a" id="b">One</p>', '<p class="c" dir="ltr">One</p>', []],
    ['a style', '<style>p{color:red}</style><p>One', '<style>p{color:blue}</style><p>One', []],
    ['a comment', '<p>One<!--[if mso]>1<![endif]-->', '<p>One<!--[if mso]>2<![endif]-->', []],
    ['nothing', '<p>One <a href="#x">link</a></p>', '<p>One <a href="#x">link</a></p>', []],
    ['all', '<p>One</p>', '<table><tr><td>Two</td></tr></table>', ['table', 'tbody', 'tr', 'td']],
    ['the end', '<p>One</p><p>Two</p>', '', []],
  ])('is the wanted one, and new only where it differs: %s', async (_, before, after, fresh) => {
    const patched = await patch(before, after);
    expect(patched.is).toBe(patched.wanted);
    expect(patched.fresh).toEqual(fresh);
  });

  test('is the wanted one also where a form names its fields after what is used', async () => {
    const fields = ['childNodes', 'attributes', 'nodeName', 'nodeType', 'isEqualNode', 'remove']
      .map((name) => `<input name="${name}">`)
      .join('');
    const patched = await patch(`<form>${fields}</form><p>One`, `<form>${fields}<b>2</b></form>`);
    expect(patched.is).toBe(patched.wanted);
  });
});
