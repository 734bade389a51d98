import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainConfig, smallIssue } from '../support/plain-letter.ts';
import { letterOf, printFiles } from '../support/print-issue.ts';

/* A theme of one's own, as docs/theming.md has it. */

const page = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8');
const [, path = '', layout = ''] = /```handlebars (\S+)\n([^]*?)```/.exec(page) ?? [];

async function print(template: string) {
  const [attempt] = await printFiles({
    'newsletter.config.json': JSON.stringify({ ...plainConfig, theme: { name: 'mine' } }),
    'issues/one.json': JSON.stringify(smallIssue),
    [path]: template,
  });
  return attempt;
}

test('the layout of the page prints a whole letter with its own head', async () => {
  const attempt = await print(layout);
  expect(attempt?.diagnostics).toEqual([]);
  const { html, view } = letterOf(attempt);
  expect(html).toContain(`<html lang="${view.publication.language}" dir="ltr"`);
  expect(html).toContain(`Written by ${view.signature.name}, read by you.`);
  expect(html).toContain(view.preheader);
  expect(html).toContain(view.title);
});

test('a layout that leaves built-in templates out is not told to include them', async () => {
  const own = '<mjml><mj-body><mj-raw>{{title}}</mj-raw></mj-body></mjml>';
  const attempt = await print(own);
  expect(attempt?.diagnostics).toEqual([]);
  expect(letterOf(attempt).html).toContain(smallIssue.subject);
});
