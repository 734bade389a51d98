import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { declarations } from '../../scripts/declarations/declarations.js';
import { galley, writeFiles } from '../support/galley.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { type Editor, openEditor, undocumentedFields } from '../support/open-editor.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const declared = join(repository, 'dist/index.d.ts');
const tsc = join(repository, 'node_modules/typescript-native/bin/tsc');

/** An issue with something in the reading section's item, or in the place of a section. */
function issueWith({ item = "title: 'A', url: 'https://a.example/'", section = '' }): string {
  return `import { defineIssue, intro, reading, signOff, workingOn } from 'galley';

export default defineIssue({
  number: 1,
  date: '2026-11-02',
  subject: 'A subject',
  preheader: 'A preheader',
  sections: [
    intro({ greeting: 'Hello,', body: 'Words.' }),
    reading({ items: [{ ${item} }] }),
    ${section}
    signOff({ body: 'Bye.' }),
  ],
});
`;
}

describe('the declarations of the package', () => {
  it('are those of the sources as they are', async () => {
    expect(readFileSync(declared, 'utf8')).toBe(await declarations());
  });

  it('say what the types of the sources say', () => {
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', join(repository, 'test/types')], {
      encoding: 'utf8',
    });
    expect(stdout.split('\n').filter((row) => /^test\/types\//.test(row))).toEqual([]);
  });

  it('document every field', () => {
    expect(undocumentedFields(declared)).toEqual([]);
  });

  it('need no other package, nor a browser', async () => {
    const alone = folder();
    await cp(declared, join(alone, 'alone.d.ts'));
    const flags = ['--strict', '--noEmit', '--types', '', '--lib', 'es2022', '--ignoreConfig'];
    const { stdout } = spawnSync(process.execPath, [tsc, ...flags, 'alone.d.ts'], {
      cwd: alone,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});

describe('a workspace that galley init made', () => {
  it('has nothing wrong in the eyes of TypeScript, links that issues share included', async () => {
    const root = join(folder(), 'letter');
    await galley(folder(), ['init', 'letter', '--format', 'ts']);
    const [issue = ''] = await readdir(join(root, 'issues'));
    const source = await readFile(join(root, 'issues', issue), 'utf8');
    await writeFiles(root, {
      'issues/_links.ts': "export const links = [{ title: 'A', url: 'https://a.example/' }];\n",
      [`issues/${issue}`]: `import { links } from './_links.ts';\n${source.replace('items: [', '$&\n        ...links,')}`,
    });
    await mkdir(join(root, 'node_modules'));
    await symlink(repository, join(root, 'node_modules/galley'));
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', root], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect((await galley(root, ['check'])).stdout).toBe('1 issue checked: no problems\n');
  });
});

describe.each(['NodeNext', 'Bundler'])('an editor with module resolution %s', (resolution) => {
  let editor: Editor;
  beforeAll(async () => {
    const { ModuleKind, ModuleResolutionKind } = ts;
    const bundler = {
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
    };
    editor = await openEditor(folder(), resolution === 'Bundler' ? bundler : {});
  });

  it('finds nothing wrong with a sound issue', () => {
    expect(editor.problemsOf('issues/2026-11.ts', issueWith({}))).toEqual([]);
  });

  it('documents a field that it hovers over, with an example', () => {
    const text = issueWith({ item: "title: 'A', url: 'https://a.example/', no|te: 'Good.'" });
    const { type, docs } = editor.hover('issues/2026-11.ts', text);
    expect(type).toBe('(property) Item.note?: string | undefined');
    expect(docs).toMatch(/^Your commentary, in Markdown\.\n@example '.+'$/);
  });

  it('documents a builder, and the kind of a section without one', () => {
    const { docs } = editor.hover('a.ts', "import { work|ingOn } from 'galley';");
    expect(docs).toMatch(/working on/);
    const text = issueWith({ section: "{ ki|nd: 'topic', body: 'Words.' }," });
    expect(editor.hover('issues/a.ts', text).docs).toMatch(/^Any other part of an issue\./);
  });

  it('completes the fields of an item', () => {
    const text = issueWith({ item: '|' });
    const fields = ['title', 'url', 'by', 'mark', 'note', 'text'];
    expect(editor.complete('issues/2026-11.ts', text)).toEqual(expect.arrayContaining(fields));
  });

  it('completes the kinds of a section, and the fields of one kind', () => {
    const kinds = editor.complete('a.ts', issueWith({ section: "{ kind: '|' }," }));
    expect(kinds).toEqual(expect.arrayContaining(['intro', 'sponsor', 'working-on', 'sign-off']));
    const fields = editor.complete('a.ts', issueWith({ section: 'workingOn({ | }),' }));
    expect([...fields].sort()).toEqual(['body', 'heading']);
  });

  it('completes and documents the config', () => {
    const config = (fields: string) =>
      `import { defineConfig } from 'galley';\nexport default defineConfig({ ${fields} });\n`;
    const fields = editor.complete('newsletter.config.ts', config('|'));
    expect(fields).toEqual(expect.arrayContaining(['name', 'language', 'author', 'unsubscribe']));
    const { docs } = editor.hover('newsletter.config.ts', config("list|Id: 'a.example'"));
    expect(docs).toMatch(/List-ID/);
  });

  it('documents what the library does and throws', () => {
    const { type, docs } = editor.hover('a.ts', "import { load|Workspace } from 'galley';");
    expect(type).toContain('(dir: string): Promise<Workspace>');
    expect(docs).toMatch(/missing-workspace/);
  });

  it.each([
    [
      'a mistyped key',
      issueWith({ section: "workingOn({ body: 'Words.', hedding: 'A' })," }),
      "11: Object literal may only specify known properties, but 'hedding' does not exist in type 'WorkingOnFields'. Did you mean to write 'heading'?",
    ],
    [
      'a missing key',
      issueWith({ section: 'workingOn({}),' }),
      "11: Property 'body' is missing in type '{}' but required in type 'WorkingOnFields'.",
    ],
    [
      'an unknown kind',
      issueWith({ section: "{ kind: 'musings', body: 'Words.' }," }),
      `11: Type '"musings"' is not assignable to type '"intro" | "sponsor" | "working-on" | "reading" | "news" | "topic" | "sign-off"'.`,
    ],
    [
      'a value of another type',
      issueWith({ item: "title: 5, url: 'https://a.example/'" }),
      "10: Type 'number' is not assignable to type 'string'.",
    ],
  ])('says in a sentence what is wrong with %s', (_, text, message) => {
    expect(editor.problemsOf('issues/2026-11.ts', text)).toEqual([message]);
  });

  it('takes data that is constant', async () => {
    await writeFiles(folder(), { 'issues/_links.ts': 'export const links = [] as const;' });
    const shared = `const items = [{ title: 'A', url: 'https://a.example/' }] as const;\n`;
    const text = shared + issueWith({ section: 'reading({ items }),' });
    expect(editor.problemsOf('issues/2026-11.ts', text)).toEqual([]);
  });
});

const folder = useTempFolder();
