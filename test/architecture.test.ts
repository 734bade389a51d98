import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** The house, from the ground up: a room may use the floors under its own, not its neighbours. */
const floors = [
  ['diagnostics', 'text'],
  ['files'],
  ['source', 'markdown', 'highlight', 'template', 'mail', 'images', 'fetch'],
  ['schema'],
  ['workspace'],
  ['issue'],
  ['render'],
  ['press'],
  ['check', 'post', 'desk'],
  ['preview'],
  ['cli', 'library'],
  ['index.ts', 'bin.ts'],
] as const;

/** Known to all floors from the press up. */
const version = 'version.ts';

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

interface Import {
  readonly from: string;
  readonly to: string;
}

describe('the architecture', () => {
  it('gives every file a room on a floor', () => {
    const homeless = files.filter((file) => file !== version && floorOf(file) === -1);
    expect(homeless).toEqual([]);
  });

  it('lets a room use only the floors under it', () => {
    const imports = files.flatMap(localImports).filter(({ to }) => to !== version);
    const broken = imports.filter(({ from, to }) => {
      if (roomOf(from) === roomOf(to)) return false;
      return floorOf(to) >= floorOf(from);
    });
    expect(broken).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('keeps the rooms of the preview apart: one place joins them', () => {
    const rooms: Readonly<Record<string, readonly string[]>> = {
      watch: [],
      session: [],
      sending: [],
      // Types alone.
      serve: ['session', 'sending'],
      page: [],
    };
    const imports = files.flatMap(localImports).filter(({ to }) => to.startsWith('preview/'));
    const broken = imports.filter(({ from, to }) => {
      const [room = '', other = ''] = [from, to].map((file) => file.split('/')[1]);
      if (from === 'preview/create-preview.ts') return false;
      if (['preview/model.ts', 'preview/post-model.ts'].includes(to)) return false;
      if (!from.startsWith('preview/')) {
        // The check watches a workspace, too.
        return !['preview/create-preview.ts', 'preview/watch/watch-workspace.ts'].includes(to);
      }
      return room !== other && rooms[room]?.includes(other) !== true;
    });
    expect(broken).toEqual([]);
    const served = files.filter((file) => file.startsWith('preview/serve/')).map(codeOf);
    expect(served.join('\n')).not.toMatch(
      /^import (?!type)[^;]*? from '[^']*\/(?:session|sending)\//m,
    );
  });

  it('has no circle of imports', () => {
    const graph = new Map(files.map((file) => [file, localImports(file).map(({ to }) => to)]));
    expect(files.filter((file) => reaches(graph, file, file))).toEqual([]);
  });

  it('touches the process only in the bin', () => {
    const touching = files.filter((file) =>
      /^[^/*]*\bprocess\.\w|from 'node:process'/m.test(codeOf(file)),
    );
    expect(touching).toEqual(['bin.ts']);
  });

  it('starts without the heavy libraries: what needs one is imported when it is needed', () => {
    const heavy =
      /^import (?!type)[^;]*? from '(mjml|handlebars|shiki|@babel|esbuild|nodemailer|@?hono|chokidar|open|diff)\b/m;
    const commands = files.filter((file) => file.startsWith('cli/commands/'));
    const loaded = new Set(['bin.ts', 'index.ts', ...commands]);
    for (const file of loaded) staticImports(file).forEach((to) => loaded.add(to));
    expect([...loaded].filter((file) => heavy.test(codeOf(file)))).toEqual([]);
    const mjml = files.filter((file) => /import\('mjml/.test(codeOf(file)));
    expect(mjml).toEqual(['template/mjml/run-mjml.ts']);
  });

  it('keeps files short', () => {
    const long = files.filter((file) => codeOf(file).split('\n').length > 250);
    expect(long).toEqual([]);
  });

  it('lets only the schemas know zod', () => {
    const knowing = files.filter((file) => /from 'zod/.test(codeOf(file)));
    const rooms = new Set(knowing.map(roomOf));
    expect([...rooms].sort()).toEqual(['issue', 'render', 'schema', 'template', 'workspace']);
  });

  it('has no default export and silences no check', () => {
    const offending = files.filter((file) =>
      /^export default|@ts-ignore|@ts-expect-error|eslint-disable|\bas any\b/m.test(codeOf(file)),
    );
    expect(offending).toEqual([]);
  });
});

function codeOf(file: string): string {
  return readFileSync(join(src, file), 'utf8');
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function floorOf(file: string): number {
  return floors.findIndex((rooms) => (rooms as readonly string[]).includes(roomOf(file)));
}

function localImports(file: string): Import[] {
  const found = codeOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g);
  return [...found].map(([, path = '']) => ({ from: file, to: resolveImport(file, path) }));
}

/** The files whose code is loaded together with a file's own. */
function staticImports(file: string): string[] {
  const found = codeOf(file).matchAll(/^(?:import|export) (?!type)[^;]*? from '(\.[^']+\.ts)'/gm);
  return [...found].map(([, path = '']) => resolveImport(file, path));
}

function resolveImport(file: string, path: string): string {
  return relative(src, join(src, dirname(file), path)).replaceAll('\\', '/');
}

function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(graph.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return false;
}
