import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { publint } from 'publint';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { type Packed, packGalley } from '../support/pack-galley.ts';
import { runLine } from '../support/run-tour.ts';

const folder = useTempFolder();
let packed: Packed;

beforeAll(async () => {
  packed = await packGalley(folder());
});

describe('the package', () => {
  it('holds what Galley needs to run, and nothing else', () => {
    // Parts and programs are named after their content, and templates are the theme's matter.
    const shown = packed.files
      .map((file) => file.replace(/^(dist\/chunks|dist\/programs|templates\/default)\/.*$/, '$1/…'))
      .filter((file, index, all) => all.indexOf(file) === index);
    expect(shown.sort()).toMatchInlineSnapshot(`
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "dist/bin.js",
        "dist/chunks/…",
        "dist/index.d.ts",
        "dist/index.js",
        "dist/page/app.css",
        "dist/page/app.js",
        "dist/page/icon.svg",
        "dist/page/index.html",
        "dist/programs/…",
        "dist/watch-thread.js",
        "package.json",
        "templates/default/…",
      ]
    `);
    const parts = packed.files.filter((file) => file.startsWith('dist/chunks/'));
    expect(parts.filter((file) => !/^dist\/chunks\/[\w.-]+\.js$/.test(file))).toEqual([]);
    const programs = packed.files.filter((file) => file.startsWith('dist/programs/'));
    expect(programs.filter((file) => !/\/[0-9a-f]{64}\.json$/.test(file))).toEqual([]);
    // The built-in theme's, without and with a trace.
    expect(programs).toHaveLength(2);
    const theme = packed.files.filter((file) => file.startsWith('templates/'));
    expect(theme.filter((file) => !/\.(?:mjml|txt)\.hbs$|\/tokens\.json$/.test(file))).toEqual([]);
  });

  it('is smaller than 1.5 MB', () => {
    expect(packed.size).toBeLessThan(1_500_000);
    expect(packed.unpackedSize).toBeLessThan(4_500_000);
  });

  it('is clean for publint, suggestions included', async () => {
    const { buffer, byteOffset, byteLength } = await readFile(packed.tarball);
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages).toEqual([]);
  });

  it('runs no script when it is installed, and asks for none', async () => {
    const own = JSON.parse(await readFile('package.json', 'utf8')) as PackageJson;
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(own.scripts).filter((name) => hooks.includes(name))).toEqual([]);
    const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as PackageLock;
    const installed = Object.entries(lock.packages).filter(([path, { dev }]) => {
      return path !== '' && dev !== true;
    });
    expect(installed.length).toBeGreaterThan(5);
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  it('has the compiler of every platform that esbuild has, in the version it is built with', async () => {
    const own = JSON.parse(await readFile('package.json', 'utf8')) as PackageJson;
    const esbuild = JSON.parse(
      await readFile('node_modules/esbuild/package.json', 'utf8'),
    ) as PackageJson;
    expect(own.optionalDependencies).toEqual(esbuild.optionalDependencies);
  });
});

describe('the package, installed into an empty folder', () => {
  const installed = useTempFolder();
  let output = '';

  beforeAll(async () => {
    await writeFiles(installed(), { 'package.json': '{ "type": "module", "private": true }\n' });
    const line = `npm install --prefer-offline --no-audit --no-fund ${packed.tarball}`;
    const { code, stdout } = await runLine(installed(), line);
    expect(code, stdout).toBe(0);
    output = stdout;
  }, 240_000);

  it('installs a handful of packages without a warning', async () => {
    expect(output).toMatch(/^\s*added \d packages in \S+\s*$/);
    const names = await readdir(join(installed(), 'node_modules'));
    expect(names.filter((name) => !name.startsWith('.')).sort()).toEqual([
      '@esbuild',
      '@shikijs',
      '@types',
      'galley',
    ]);
  });

  it('builds issues in TypeScript and YAML, with highlighted code', async () => {
    await writeFiles(installed(), {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-10.yaml': smallIssue(1, '```ts\nconst answer: number = 42;\n```'),
      'issues/2026-11.ts': `import { code, defineIssue, intro, signOff } from 'galley';
const language: string = 'ts';
export default defineIssue({
  number: 2, date: '2026-11-02', subject: 'Two', preheader: 'In TypeScript.',
  sections: [
    intro({ greeting: 'Hello,', body: ['Words.', code({ language, code: 'const a = 1;' })] }),
    signOff({ body: 'Bye.' }),
  ],
});
`,
    });
    const { code, stdout } = await runLine(installed(), 'npx galley build');
    expect(stdout).toMatch(/^2026-10 +written .*\n2026-11 +written .*\n$/);
    expect(code).toBe(0);
    const html = await readFile(join(installed(), 'out/2026-11/email.html'), 'utf8');
    expect(html).toMatch(/<span style="color:#[0-9a-f]{6}"[^>]*>const/);
  });

  it('is a library', async () => {
    await writeFiles(installed(), {
      'list.js': `import { listIssues, loadWorkspace } from 'galley';
for (const { slug, ok } of await listIssues(await loadWorkspace('.'))) console.log(slug, ok);
`,
    });
    const { stdout } = await runLine(installed(), 'node list.js');
    expect(stdout).toBe('2026-10 true\n2026-11 true\n');
  });

  it('says what is missing when the compiler is not installed', async () => {
    await runLine(installed(), 'rm -r node_modules/@esbuild .galley');
    const { code, stdout } = await runLine(installed(), 'npx galley build');
    expect(stdout).toMatch(/^error {2}missing-compiler\n {2}.*@esbuild\/.* is not installed\.\n/m);
    expect(code).toBe(2);
  });
});

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface PackageLock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>
  >;
}
