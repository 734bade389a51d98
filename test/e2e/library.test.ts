import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { type Editor, openEditor } from '../support/open-editor.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const page = await readFile(join(repository, 'docs/library.md'), 'utf8');
const examples = [...page.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = '']) => code);

const broken = `number: 2
date: 2026-11-02
subject: A mistake
preheader: That is shown.
sections:
  - kind: intro
    greeting: Hello,
    body: Words.
  - kind: reading
    items:
      - title: An example
        url: www.example.com
  - kind: sign-off
    body: Bye.
`;

/** What each example prints, in their order. */
const printed: readonly string[] = [
  'Issue 1 7 words\ntrue true true\n',
  'Test Letter\n1 2026-11-02 Issue 1 1 min\nissues/broken.yaml has errors\nintro, sign-off\n',
  '2026-12 true\n',
  shownAfter('prints'),
  'missing-workspace Run galley in a folder that holds issues/ and newsletter.config.ts, or name one with -C DIR.\n',
  '2026-11 written true\ntrue out/2026-11/email.html out/2026-11/email.txt out/2026-11/email.eml\ntrue 1 checked\n',
  'intro and sign-off\n',
];

describe('the page about the library', () => {
  let editor: Editor;

  beforeAll(async () => {
    await writeFiles(folder(), {
      'letter/newsletter.config.yaml': smallConfig,
      'letter/issues/2026-11.yaml': smallIssue(1, 'A few words to read.'),
      'letter/issues/broken.yaml': broken,
      'node_modules/.keep': '',
    });
    await symlink(repository, join(folder(), 'node_modules/galley'), 'dir');
    editor = await openEditor(typed(), { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] });
  });

  it('has an output for each example', () => {
    expect(examples).toHaveLength(printed.length);
  });

  it.each(examples.map((code, index) => [index + 1, code] as const))(
    'prints with its example %i what is expected',
    async (number, code) => {
      const { code: script } = await transform(code, { loader: 'ts', format: 'esm' });
      await writeFiles(folder(), { [`example-${number}.mjs`]: script });
      const run = await promisify(execFile)(process.execPath, [`example-${number}.mjs`], {
        cwd: folder(),
      });
      expect(run.stdout).toBe(printed[number - 1]);
      expect(run.stderr).toBe('');
    },
  );

  it.each(examples.map((code, index) => [index + 1, code] as const))(
    'has types that fit in its example %i',
    (number, code) => {
      expect(editor.problemsOf(`example-${number}.ts`, code)).toEqual([]);
    },
  );
});

const folder = useTempFolder();
const typed = useTempFolder();

/** The fence of plain text after a paragraph that says no more than this. */
function shownAfter(paragraph: string): string {
  return new RegExp(`^${paragraph}\\n\\n\`\`\`text\\n([^]*?)\`\`\`$`, 'm').exec(page)?.[1] ?? '';
}
