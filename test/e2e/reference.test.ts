import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../../scripts/docs/pages.js';
import { blockSchemas, issueSchema, sectionSchemas } from '../../src/issue/schema.ts';
import { viewSchema } from '../../src/render/view-schema.ts';
import { publicationSchema } from '../../src/workspace/publication.ts';

const pages = await referencePages();

describe('a page that is made', () => {
  it.each(pages)('is as the code says it in $path: else run npm run docs', async (page) => {
    const file = fileURLToPath(new URL(`../../${page.path}`, import.meta.url));
    expect(await readFile(file, 'utf8')).toBe(page.text);
  });

  it('has every kind and every field', () => {
    const textOf = (name: string) => pages.find(({ path }) => path.endsWith(name))?.text ?? '';
    const [issue, config] = [textOf('reference/issue.md'), textOf('reference/config.md')];
    const kinds = [...Object.keys(sectionSchemas), ...Object.keys(blockSchemas)];
    expect(kinds.filter((kind) => !issue.includes(`### \`${kind}\``))).toEqual([]);
    const fields = (schema: { _zod: { def: { shape: object } } }) =>
      Object.keys(schema._zod.def.shape);
    expect(fields(issueSchema).filter((name) => !issue.includes(`| \`${name}\``))).toEqual([]);
    expect(fields(publicationSchema).filter((name) => !config.includes(`| \`${name}\``))).toEqual(
      [],
    );
    const view = textOf('reference/view.md');
    expect(fields(viewSchema).filter((name) => !view.includes(`| \`${name}\``))).toEqual([]);
  });

  it('leads nowhere but to headings of its own and to files that are there', async () => {
    for (const { path, text } of pages) {
      const here = new URL(`../../${path}`, import.meta.url);
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
        return heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-');
      });
      for (const [, target = ''] of text.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)]+)\)/g)) {
        if (target.startsWith('#')) expect(headings, path).toContain(target.slice(1));
        else await readFile(new URL(target, here));
      }
    }
  });
});
