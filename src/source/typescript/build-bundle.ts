import { dirname, join, resolve } from 'node:path';
import type { BuildFailure, BuildResult, Metafile, Plugin } from 'esbuild';
import { build, stop } from 'esbuild';
import { UserError } from '../../diagnostics/user-error.ts';
import type { BundleResult } from './bundle.ts';
import { messageProblem } from './esbuild-problem.ts';
import { readText } from '../read-text.ts';
import type { PlacedProblem } from '../source.ts';
import { placeProblem, startOfFile } from '../stretch.ts';

/**
 * Compiles a file and its local imports with esbuild, which writes nothing. Packages stay outside, as
 * do the modules named; no `tsconfig.json` is looked at, so that only the files decide the result.
 */
export async function buildBundle(
  file: string,
  text: string,
  modules: readonly string[],
): Promise<BundleResult> {
  const folder = dirname(file);
  const texts = new Map([[file, text]]);
  const place = (messages: BuildFailure['errors']): readonly PlacedProblem[] => {
    return messages.map((message) => messageProblem(message, { file, folder, texts }));
  };
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: folder,
      outfile: join(folder, 'bundle.cjs'),
      write: false,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      external: [...modules],
      metafile: true,
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
      tsconfigRaw: '{}',
      // The files keep the names by which the author knows them.
      preserveSymlinks: true,
      plugins: [readFiles(texts)],
    });
    const warnings = place(result.warnings);
    const errors = warnings.filter(({ problem }) => problem.severity === 'error');
    if (errors.length > 0) return { ok: false, files: filesOf(file, texts), problems: errors };
    const imports = importsOf(folder, result.metafile);
    const inOrder = new Map(filesOf(file, texts).map((path) => [path, texts.get(path) ?? '']));
    return { ok: true, bundle: { ...outputOf(result), texts: inOrder, imports, warnings } };
  } catch (error) {
    if (isCrash(error)) return { ok: false, files: [file], problems: [await recover(file, text)] };
    if (isMissing(error)) throw missingCompiler(error);
    if (!isBuildFailure(error)) throw error;
    return { ok: false, files: filesOf(file, texts), problems: place(error.errors) };
  }
}

// --- internal ---

const READABLE = /\.(?:[cm]?[jt]sx?|json|txt)$/;

/** Reads the files for esbuild, so that the very texts are known that it compiled. */
function readFiles(texts: Map<string, string>): Plugin {
  return {
    name: 'read-files',
    setup(host) {
      host.onLoad({ filter: /.*/ }, ({ path }) => {
        if (!READABLE.test(path)) {
          return { errors: [{ text: 'Only .ts, .js, .json and .txt files can be imported here' }] };
        }
        const known = texts.get(path);
        if (known !== undefined) return { contents: known, loader: 'default' };
        const result = readText(path);
        if (!result.ok) return { errors: [{ text: result.problem.problem.message }] };
        texts.set(path, result.text);
        return { contents: result.text, loader: 'default' };
      });
    },
  };
}

/** The file itself, then the others by name: they are read in any order. */
function filesOf(file: string, texts: ReadonlyMap<string, string>): string[] {
  const others = [...texts.keys()].filter((path) => path !== file);
  return [file, ...others.sort()];
}

function outputOf({ outputFiles = [] }: BuildResult): { code: string; map: string } {
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  return { code: textOf('.cjs') ?? '', map: textOf('.cjs.map') ?? '{}' };
}

function importsOf(folder: string, { inputs }: Metafile): Map<string, Map<string, string>> {
  return new Map(
    Object.entries(inputs).map(([path, input]) => {
      const local = input.imports.flatMap(({ path: to, original, external }) => {
        if (external === true || original === undefined) return [];
        return [[original, resolve(folder, to)] as const];
      });
      return [resolve(folder, path), new Map(local)];
    }),
  );
}

/** True when esbuild's own process has ended. */
function isCrash(error: unknown): boolean {
  return error instanceof Error && /^The service (?:was stopped|is no longer)/.test(error.message);
}

/** Lets esbuild start anew for the next file. */
async function recover(file: string, text: string): Promise<PlacedProblem> {
  await stop();
  const message = 'The compiler broke off while it read this file.';
  const hint = 'Try again; if it stays, look for something repeated or nested without end.';
  const complaint = { code: 'uncompilable-source', message, hint } as const;
  return placeProblem(complaint, startOfFile(file, text));
}

/** True when the compiler itself, a package of the platform, is not there to be started. */
function isMissing(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ESBUILD_MISSING';
}

function missingCompiler(error: Error): UserError {
  const hint = 'Install Galley again on this system, with its optional packages.';
  return new UserError('missing-compiler', error.message, hint, { cause: error });
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
