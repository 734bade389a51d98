import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendSources } from '../../../../src/check/fix/mend-sources.ts';
import { rules } from '../../../../src/check/registry.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { writeFiles } from '../../../support/galley.ts';
import { checkAll, exampleFiles, freshWorkspace } from '../../../support/rule-examples.ts';

/** Mends an issue as long as there is something to mend; gives its text and what was done. */
async function mend(name: string, text: string, config = '') {
  const root = await freshWorkspace();
  const file = join(root, 'issues', name);
  await writeFiles(root, {
    'newsletter.config.yaml': exampleFiles({ config })['newsletter.config.yaml'] ?? '',
  });
  writeFileSync(file, text);
  chmodSync(file, 0o640);
  const done = [];
  for (let round = 0; round < 3; round++) {
    const { fixable } = await checkAll(root, rules);
    for await (const one of mendSources(workspaceAt(root), fixable)) done.push(one);
  }
  expect(statSync(file).mode & 0o777).toBe(0o640);
  return { text: readFileSync(file, 'utf8'), done };
}

const yaml = (url: string, note: string) => `# Kept, with   its spaces.
number: 11
date: 2026-11-02
subject: "Letter 11"   # beside
preheader: How planks are bent with steam, and what was read.
sections:
  - { kind: intro, greeting: 'Hello,', body: Words. }
  - kind: reading
    items:
      - title: Planks
        url: ${url}
        note: |
          ${note}
          More.
  - { kind: sign-off, body: Bye. }
`;

describe('mendSources', () => {
  it('takes out tracking parameters and trailing spaces, and touches nothing else', async () => {
    const before = yaml(
      "'https://a.example/?utm_source=x&p=1'",
      'See <https://b.example/?fbclid=1> so. ',
    );
    const { text, done } = await mend('a.yaml', before);
    expect(text).toBe(yaml("'https://a.example/?p=1'", 'See <https://b.example/> so.'));
    expect(done.map(({ code, line, from, to }) => [code, line, from, to])).toEqual([
      ['tracking-parameter', 11, 'https://a.example/?utm_source=x&p=1', 'https://a.example/?p=1'],
      ['tracking-parameter', 13, 'https://b.example/?fbclid=1', 'https://b.example/'],
      ['trailing-space', 13, ' ', ''],
    ]);
  });

  it('upgrades http only where the config says so, also under tracking parameters', async () => {
    const before = yaml('http://a.example/?gclid=1', 'Words.');
    expect((await mend('a.yaml', before)).text).toBe(yaml('http://a.example/', 'Words.'));
    const upgraded = await mend('a.yaml', before, 'check: { httpsUpgrade: true }');
    expect(upgraded.text).toBe(yaml('https://a.example/', 'Words.'));
  });

  it('upgrades no address with a port of its own', async () => {
    const before = yaml('http://a.example:8080/b', 'Words.');
    expect((await mend('a.yaml', before, 'check: { httpsUpgrade: true }')).text).toBe(before);
  });

  it('keeps a byte order mark and CRLF', async () => {
    const before = `\uFEFF${yaml('https://a.example/?gclid=1', 'Words.').replaceAll('\n', '\r\n')}`;
    const { text } = await mend('a.yaml', before);
    expect(text).toBe(before.replace('?gclid=1', ''));
  });

  it('mends TypeScript and JSON', async () => {
    const ts = (url: string) => `// Kept.
const url = '${url}'; /* kept */
export default {
  number: 11, date: '2026-11-02', subject: "Letter 11",
  preheader: 'How planks are bent with steam, and what was read.',
  sections: [
    { kind: 'intro', greeting: 'Hello,', body: \`See [it](\${url}).\` },
    { kind: 'sign-off', body: 'Bye.' },
  ],
};
`;
    const dirty = 'https://a.example/?utm_source=x';
    expect((await mend('a.ts', ts(dirty))).text).toBe(ts('https://a.example/'));
    const json = (url: string) =>
      JSON.stringify({
        number: 11,
        date: '2026-11-02',
        subject: 'Letter 11',
        preheader: 'How planks are bent with steam, and what was read.',
        sections: [
          { kind: 'intro', greeting: 'Hello,', body: `See "it" at [a page](${url}).` },
          { kind: 'sign-off', body: 'Bye.' },
        ],
      });
    expect((await mend('a.json', json(dirty))).text).toBe(json('https://a.example/'));
  });

  it('leaves alone what is not written as it is read', async () => {
    const escaped = yaml('"https://a.example/?\\x75tm_source=x"', 'Words.');
    expect(await mend('a.yaml', escaped)).toEqual({ text: escaped, done: [] });
  });

  it('leaves alone what a comment silences', async () => {
    const url = 'https://a.example/?utm_source=x # galley-ignore tracking-parameter: theirs';
    const before = yaml(url, 'Words.');
    expect((await mend('a.yaml', before)).text).toBe(before);
  });
});
