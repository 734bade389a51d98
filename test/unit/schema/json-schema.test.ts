import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatSchema } from '../../../src/desk/schema-files.ts';
import { formatIssue } from '../../../src/desk/write/format-issue.ts';
import { firstIssue } from '../../../src/desk/init/first-issue.ts';
import { issueSchema } from '../../../src/issue/schema.ts';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import * as builders from '../../../src/issue/builders.ts';
import { defineConfig } from '../../../src/workspace/define-config.ts';
import { publicationSchema } from '../../../src/workspace/publication.ts';
import { readSource } from '../../../src/source/read-source.ts';
import { validate } from '../../../src/schema/validate.ts';

type Validate = ((value: unknown) => boolean) & { errors?: unknown };
interface Ajv {
  compile(schema: object): Validate;
}
// eslint comes with it; it knows draft-07.
const AjvClass = createRequire(import.meta.url)('ajv') as new (options: object) => Ajv;
const ajv = new AjvClass({ allErrors: true, format: 'full' });

interface Json {
  readonly properties?: Readonly<Record<string, Json & { readonly description?: string }>>;
}
const issue = JSON.parse(formatSchema('issue')) as object;
const config = JSON.parse(formatSchema('config')) as object;
const isIssue = ajv.compile(issue);
const isConfig = ajv.compile(config);

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function valueOf(file: string): Promise<unknown> {
  const modules = { galley: { ...builders, defineConfig } };
  const read = await readSource(`${root}/${file}`, { modules, cache: createMemoryStore() });
  if (!read.ok) throw new Error(`${file} can't be read.`);
  return read.source.value;
}

/** Every object of a schema that has properties, with its place. */
function* objectsIn(value: unknown, path = '#'): Generator<[path: string, object: Json]> {
  if (typeof value !== 'object' || value === null) return;
  if ('properties' in value && typeof value.properties === 'object') yield [path, value as Json];
  for (const [key, member] of Object.entries(value)) yield* objectsIn(member, `${path}/${key}`);
}

describe('the JSON Schemas', () => {
  it('describe every field', () => {
    const bare = [...objectsIn(issue), ...objectsIn(config)].flatMap(
      ([path, { properties = {} }]) =>
        Object.entries(properties)
          .filter(([, field]) => (field.description ?? '') === '')
          .map(([name]) => `${path}/${name}`),
    );
    expect(bare).toEqual([]);
    expect([...objectsIn(issue)].length).toBeGreaterThan(17);
  });

  it('give examples that they take themselves', () => {
    let examples = 0;
    for (const [path, { properties = {} }] of [...objectsIn(issue), ...objectsIn(config)]) {
      for (const [name, field] of Object.entries(properties)) {
        const { examples: given = [] } = field as { examples?: readonly unknown[] };
        const definitions = path.includes('theme')
          ? {}
          : (issue as { definitions: object }).definitions;
        const isFit = ajv.compile({ ...field, definitions });
        for (const example of given) {
          expect(isFit(example), `${path}/${name}: ${JSON.stringify(example)}`).toBe(true);
          examples++;
        }
      }
    }
    expect(examples).toBeGreaterThan(50);
  });

  it('take the sample issues and the config', async () => {
    for (const file of ['2026-10/issue.yaml', '2026-11/issue.ts', '2026-recap/issue.ts']) {
      expect(isIssue(await valueOf(`issues/${file}`)), JSON.stringify(isIssue.errors)).toBe(true);
    }
    expect(isConfig(await valueOf('newsletter.config.ts'))).toBe(true);
  });

  it('take what galley writes in YAML', async () => {
    const text = await formatIssue(firstIssue('A: b', '2026-11-02'), 'yaml', 'x.json');
    expect(isIssue(parse(text)), JSON.stringify(isIssue.errors)).toBe(true);
  });

  const sound = {
    number: 1,
    date: '2026-11-02',
    subject: 'S',
    preheader: 'P',
    sections: [
      { kind: 'intro', greeting: 'G', body: 'B' },
      { kind: 'reading', items: [{ title: 'T', url: 'https://a.example/' }, { text: 'X' }] },
      { kind: 'sign-off', body: [{ kind: 'image', src: 'a.png', alt: '' }] },
    ],
  };
  const withItem = (item: unknown) => ({
    ...sound,
    sections: [{ kind: 'news', items: [item] }],
  });

  it.each<[name: string, value: unknown, fits: boolean]>([
    ['a sound issue', sound, true],
    ['mailto in capitals', withItem({ title: 'T', url: 'MAILTO:a@b.example' }), true],
    ['an unknown key', { ...sound, subjet: 'S' }, false],
    ['a missing key', { ...sound, subject: undefined }, false],
    ['a wrong date', { ...sound, date: '2026-11-32' }, false],
    ['a date that is none', { ...sound, date: '2026-02-30' }, false],
    ['a number as text', { ...sound, number: '1' }, false],
    ['a number below 1', { ...sound, number: 0 }, false],
    ['half a number', { ...sound, number: 1.5 }, false],
    ['a blank subject', { ...sound, subject: '  ' }, false],
    ['a subject of two lines', { ...sound, subject: 'a\nb' }, false],
    ['an unknown status', { ...sound, status: 'done' }, false],
    ['no sections', { ...sound, sections: [] }, false],
    ['an unknown kind', { ...sound, sections: [{ kind: 'x' }] }, false],
    ['an empty body', { ...sound, sections: [{ kind: 'topic', body: [] }] }, false],
    ['a forbidden scheme', withItem({ title: 'T', url: 'javascript:alert(1)' }), false],
    ['an address without scheme', withItem({ title: 'T', url: 'www.a.example' }), false],
    [
      'an item with an unknown key',
      withItem({ title: 'T', url: 'https://a.example', x: 1 }),
      false,
    ],
  ])('and validation agree on %s', (_, value, fits) => {
    // JSON has no undefined.
    const json = JSON.parse(JSON.stringify(value)) as unknown;
    expect(isIssue(json), JSON.stringify(isIssue.errors)).toBe(fits);
    expect(validate(issueSchema, json).ok).toBe(fits);
  });

  it.each<[name: string, value: object, fits: boolean]>([
    ['a small config', {}, true],
    ['tokens', { theme: { name: 'x', accent: '#0b57d0', width: 600 } }, true],
    ['an answer address of both forms', { replyTo: { name: 'A', address: 'a@b.example' } }, true],
    ['an unknown key', { nam: 'x' }, false],
    ['an unknown rule', { check: { rules: { 'no-such-rule': 'off' } } }, false],
    ['a rule that is off', { check: { rules: { 'subject-length': 'off' } } }, true],
    ['a wrong direction', { dir: 'up' }, false],
  ])('and validation agree on a config with %s', (_, more, fits) => {
    const value = {
      name: 'N',
      language: 'en',
      author: { name: 'A' },
      from: { name: 'N', address: 'n@example.com' },
      ...more,
    };
    expect(isConfig(value), JSON.stringify(isConfig.errors)).toBe(fits);
    expect(validate(publicationSchema, value).ok).toBe(fits);
  });
});
