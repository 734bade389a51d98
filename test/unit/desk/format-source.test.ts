import * as fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../../src/desk/write/format-issue.ts';
import { formatTypeScript, quoteTypeScript } from '../../../src/desk/write/format-typescript.ts';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import * as builders from '../../../src/issue/builders.ts';
import type { IssueInput } from '../../../src/issue/schema.ts';
import { readSourceText } from '../../../src/source/read-source.ts';
import { useTempFolder } from '../../support/make-temp-folder.ts';

const folder = useTempFolder();

const nasty = [
  'a: b # c',
  "it's",
  '"q"',
  '\'"`',
  '${x}',
  '\\n',
  '- x',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '{a}',
  '[a]',
  '? a',
  '| a',
  '> a',
  'null',
  'true',
  '12',
  '2026-12-07',
  '~',
  '---',
  '🔥 é 日本',
  'a\u2028b',
  ' a ',
  '#a',
  "x'); evil('",
  '</script>',
];

function issueOf(text: string, body: string): IssueInput {
  return {
    number: 1,
    date: '2026-11-02',
    subject: text,
    preheader: text,
    sections: [
      { kind: 'intro', greeting: text, body },
      { kind: 'topic', body: [body, { kind: 'code', language: 'ts', code: `  ${text}\n\n  b\n` }] },
      { kind: 'news', items: [{ title: text, url: 'https://a.example/?b=c#d', note: body }] },
      { kind: 'sign-off', body: text },
    ],
  };
}

async function readBack(format: 'ts' | 'yaml' | 'json', issue: IssueInput): Promise<unknown> {
  const file = join(folder(), `a.${format}`);
  // The bundler wants a file of that name, whatever is in it.
  await writeFile(file, '');
  const text = await formatIssue(issue, format, 'a.json');
  const read = await readSourceText(file, text, {
    modules: { galley: builders },
    cache: createMemoryStore(),
  });
  if (!read.ok) throw new Error(`${text}\n${JSON.stringify(read.problems)}`);
  return read.source.value;
}

/** Without the line breaks at the ends, which prose of several lines is given. */
function trimmed(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, field: unknown) =>
      typeof field === 'string' && field.includes('\n') ? field.trim() : field,
    ),
  );
}

describe('formatIssue', () => {
  it.each(['ts', 'yaml', 'json'] as const)(
    'writes any text so that .%s gives it back',
    async (format) => {
      for (const text of nasty) {
        const issue = issueOf(text, `${text}\n\n  ${text}\n- b`);
        expect(trimmed(await readBack(format, issue)), text).toEqual(trimmed(issue));
      }
    },
  );

  it('does so for texts nobody thought of', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((one) => one.isWellFormed());
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const issue = {
          ...issueOf('A', 'B'),
          subject: one.replace(/\s+/g, ' '),
          preheader: `x${one.replace(/[\r\n]/g, '')}`,
        };
        for (const format of ['ts', 'yaml'] as const) {
          expect(await readBack(format, issue)).toMatchObject({
            subject: issue.subject,
            preheader: issue.preheader,
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks written by hand', async () => {
    const issue = issueOf('Words', 'One\ntwo.');
    expect(await formatIssue(issue, 'yaml', '../schema/issue.schema.json')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../schema/issue.schema.json
      number: 1
      date: 2026-11-02
      subject: Words
      preheader: Words

      sections:
        - kind: intro
          greeting: Words
          body: |
            One
            two.

        - kind: topic
          body:
            - |
              One
              two.
            - kind: code
              language: ts
              code: |2
                  Words

                  b

        - kind: news
          items:
            - title: Words
              url: https://a.example/?b=c#d
              note: |
                One
                two.

        - kind: sign-off
          body: Words
      "
    `);
    expect(await formatIssue(issue, 'ts', null)).toMatchInlineSnapshot(`
      "import { code, defineIssue, intro, news, signOff, topic } from 'galley';

      export default defineIssue({
        number: 1,
        date: '2026-11-02',
        subject: 'Words',
        preheader: 'Words',
        sections: [
          intro({
            greeting: 'Words',
            body: \`
      One
      two.
            \`,
          }),

          topic({
            body: [
              \`
      One
      two.
              \`,
              code({
                language: 'ts',
                code: \`  Words

        b
      \`,
              }),
            ],
          }),

          news({
            items: [
              {
                title: 'Words',
                url: 'https://a.example/?b=c#d',
                note: \`
      One
      two.
                \`,
              },
            ],
          }),

          signOff({
            body: 'Words',
          }),
        ],
      });
      "
    `);
  });
});

describe('formatTypeScript', () => {
  const style = { indent: '', unit: '  ', quote: "'" } as const;

  it('names the builders that are used', () => {
    const value = [{ kind: 'working-on', body: [{ kind: 'button', text: 'A', url: 'b' }] }];
    expect(formatTypeScript(value, style).builders).toEqual(['button', 'workingOn']);
    expect(formatTypeScript(value, { ...style, plain: true })).toMatchObject({ builders: [] });
  });

  it('writes objects on one line where that is wanted', () => {
    expect(formatTypeScript({ a: 'b', c: [1] }, { ...style, inline: true }).text).toContain(
      "{ a: 'b'",
    );
  });

  it('chooses the quotation marks that need fewer escapes', () => {
    expect(quoteTypeScript("it's")).toBe('"it\'s"');
    expect(quoteTypeScript('a "b"', '"')).toBe('\'a "b"\'');
    expect(quoteTypeScript('\'"')).toBe("'\\'\"'");
  });
});
