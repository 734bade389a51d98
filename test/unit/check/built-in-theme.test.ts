import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rules } from '../../../src/check/registry.ts';
import { everythingIssue } from '../../support/everything-issue.ts';
import { fullConfig, pictures } from '../../support/full-publication.ts';
import { writeFiles } from '../../support/galley.ts';
import { checkAll, freshWorkspace } from '../../support/rule-examples.ts';

const ofThemes = new Set([
  'contrast',
  'link-by-colour',
  'css-support',
  'html-support',
  'style-limit',
  'mail-size',
  'unsubscribe-link',
]);

it.each([
  ['', {}],
  [', from right to left', { language: 'ar' }],
])('the built-in theme gives no reason to speak, with every block there is%s', async (_, more) => {
  const root = await freshWorkspace();
  const files = Object.entries(pictures).map(([name, bytes]) => [`issues/one/${name}`, bytes]);
  await writeFiles(root, {
    'newsletter.config.json': JSON.stringify({ ...fullConfig, ...more }),
    'issues/one/issue.json': JSON.stringify(everythingIssue),
    ...(Object.fromEntries(files) as Record<string, Uint8Array>),
  });
  const own = rules.filter(({ name }) => ofThemes.has(name));
  expect(own).toHaveLength(ofThemes.size);
  const { issues } = await checkAll(root, own);
  await rm(root, { recursive: true });
  const found = issues.flatMap(({ diagnostics }) => diagnostics);
  expect(found.filter(({ code }) => ofThemes.has(code))).toEqual([]);
  expect(issues).toHaveLength(1);
});
