import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Report, TemplateProblem } from '../../../src/template/problem.ts';
import { readTemplates } from '../../../src/template/read-templates.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const problems: TemplateProblem[] = [];
const report: Report = (problem) => problems.push(problem);
afterEach(() => problems.splice(0));

/** The files that were reported, from a layer on. */
const reported = (layer: string) =>
  problems.map(({ code, place }) => [code, path.relative(layer, place.file)]).sort();

async function writeLayer(files: Readonly<Record<string, string>>): Promise<string> {
  const layer = await makeTempFolder();
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(layer, file)), { recursive: true });
    await writeFile(path.join(layer, file), text);
  }
  return layer;
}

test('later layers override earlier ones file by file', async () => {
  const below = await writeLayer({ 'blocks/a.mjml.hbs': 'below', 'blocks/b.txt.hbs': 'kept' });
  const above = await writeLayer({ 'blocks/a.mjml.hbs': 'above' });
  const set = await readTemplates([below, path.join(above, 'absent'), above], report);
  expect([...set.keys()]).toEqual(['blocks/a.mjml.hbs', 'blocks/b.txt.hbs']);
  expect(set.get('blocks/a.mjml.hbs')).toEqual({
    name: 'blocks/a',
    kind: 'mjml',
    file: path.join(above, 'blocks/a.mjml.hbs'),
    text: 'above',
  });
});

test('only files that a template can include are read', async () => {
  const layer = await writeLayer({
    'layouts/issue.mjml.hbs': 'a\r\nb\r',
    'sections/deep/er.txt.hbs': '\uFEFFc',
    'tokens.json': '{}',
    'blocks/notes.md': '',
    'blocks/Upper.mjml.hbs': '',
    'blocks/a.hbs': '',
    'blocks/.#a.mjml.hbs': '',
    'other/a.mjml.hbs': '',
    'a.mjml.hbs': '',
  });
  const set = await readTemplates([layer], report);
  expect([...set].map(([key, { text }]) => [key, text])).toEqual([
    ['layouts/issue.mjml.hbs', 'a\nb\n'],
    ['sections/deep/er.txt.hbs', 'c'],
  ]);
  expect(reported(layer)).toEqual([
    ['unused-template', 'a.mjml.hbs'],
    ['unused-template', 'blocks/Upper.mjml.hbs'],
    ['unused-template', 'blocks/a.hbs'],
    ['unused-template', 'other/a.mjml.hbs'],
  ]);
});

test('a link is followed inside its layer, and not out of it', async () => {
  const outside = await writeLayer({ 'secret.mjml.hbs': 'secret' });
  const layer = await writeLayer({ 'blocks/a.mjml.hbs': 'a' });
  const link = (name: string, target: string) => symlink(target, path.join(layer, 'blocks', name));
  await link('inside.mjml.hbs', 'a.mjml.hbs');
  await link('outside.mjml.hbs', path.join(outside, 'secret.mjml.hbs'));
  await link('broken.mjml.hbs', 'nowhere');
  await link('folder', outside);
  expect([...(await readTemplates([layer], report)).keys()]).toEqual([
    'blocks/a.mjml.hbs',
    'blocks/inside.mjml.hbs',
  ]);
  expect(reported(layer)).toEqual([
    ['unused-template', 'blocks/broken.mjml.hbs'],
    ['unused-template', 'blocks/outside.mjml.hbs'],
  ]);
});

test('a template in another encoding is told at its first byte that is no UTF-8', async () => {
  const layer = await writeLayer({ 'blocks/a.mjml.hbs': '' });
  await writeFile(path.join(layer, 'blocks/a.mjml.hbs'), Buffer.from('one\ncaf\xe9', 'latin1'));
  await readTemplates([layer], report);
  expect(problems).toMatchObject([{ code: 'invalid-utf8', place: { line: 2, column: 4 } }]);
});

test('a layer that is there and cannot be read is told, not passed over', async () => {
  const layer = path.join(await makeTempFolder(), 'x'.repeat(300));
  await readTemplates([layer], report);
  expect(problems).toMatchObject([{ code: 'unreadable-source', place: { file: layer } }]);
});
