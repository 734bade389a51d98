import { Console } from 'node:console';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { types } from 'node:util';
import { Script, compileFunction } from 'node:vm';
import { suggest, suggestionHint } from '../../diagnostics/suggest.ts';
import type { Complaint } from '../stretch.ts';
import { copyData } from './copy-data.ts';
import { ImportError } from './import-error.ts';

export type RunResult =
  /** A copy of what is exported, without surprises. */
  | { readonly outcome: 'value'; readonly value: unknown }
  | { readonly outcome: 'unfit'; readonly complaint: Complaint }
  | { readonly outcome: 'no-default-export' }
  | { readonly outcome: 'promise' }
  | { readonly outcome: 'timeout' }
  /** Not to be trusted: an author may throw anything. */
  | { readonly outcome: 'thrown'; readonly error: unknown };

/**
 * Runs CommonJS code in this process, with the author's rights, and gives its default export.
 * `name` stands for the code in stack traces. Only what runs at once is stopped in time.
 */
export function runModule(options: {
  readonly code: string;
  readonly name: string;
  /** Where packages are looked for from. */
  readonly file: string;
  readonly modules: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
}): RunResult {
  const { code, name, file, modules, timeoutMs } = options;
  const module: { exports: unknown } = { exports: {} };
  const run = (): RunResult => {
    const names = [
      ...['exports', 'require', 'module', '__filename', '__dirname'],
      ...['process', 'console', ...LATER],
    ];
    const execute = compileFunction(code, names, { filename: name }) as (
      ...args: unknown[]
    ) => void;
    const require = requireFrom(file, modules);
    const { process, console } = guardedGlobals();
    const timers = LATER.map(refuseLater);
    execute(module.exports, require, module, file, dirname(file), process, console, ...timers);
    const result = defaultExport(module.exports);
    return result.outcome === 'value' ? asData(result.value) : result;
  };
  try {
    return withTimeout(run, timeoutMs);
  } catch (error) {
    return isTimeout(error) ? { outcome: 'timeout' } : { outcome: 'thrown', error };
  }
}

// --- internal ---

const ENDING = new Set<string | symbol>(['exit', 'reallyExit', 'abort', 'kill']);

const LATER = ['setTimeout', 'setInterval', 'setImmediate'];

/** What runs after the data was taken changes nothing in it, but could end the command, or hold it. */
function refuseLater(name: string): () => never {
  return () => {
    throw new Error(`${name}() is for later, and a data file isn't waited for.`);
  };
}

/** The author's code must neither end the command nor write among its results. */
function guardedGlobals(): { readonly process: object; readonly console: Console } {
  const { process: host } = globalThis;
  const process = new Proxy(host, {
    get(target, name) {
      if (!ENDING.has(name)) return Reflect.get(target, name) as unknown;
      return () => {
        throw new Error(`process.${String(name)}() would end Galley, not the file.`);
      };
    },
  });
  return { process, console: new Console({ stdout: host.stderr, stderr: host.stderr }) };
}

/** Takes the function off the global object before it runs, so that the code never sees it there. */
const CALL = `(() => {
  const key = Symbol.for('galley.run-module');
  const run = globalThis[key];
  delete globalThis[key];
  return run();
})()`;

/** Only a script can be stopped, so one calls the function; in this context, a new one costs 1 ms. */
function withTimeout<Result>(run: () => Result, timeout: number): Result {
  const key = Symbol.for('galley.run-module');
  Object.defineProperty(globalThis, key, { value: run, configurable: true });
  return new Script(CALL).runInThisContext({ timeout, displayErrors: false }) as Result;
}

function isTimeout(error: unknown): boolean {
  return (
    types.isNativeError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function requireFrom(file: string, modules: Readonly<Record<string, unknown>>) {
  return (specifier: string): unknown => {
    if (Object.hasOwn(modules, specifier)) return guardExports(specifier, modules[specifier]);
    try {
      return createRequire(file)(specifier) as unknown;
    } catch (error) {
      if (!isMissing(error, specifier)) throw error;
      const known = Object.keys(modules);
      const guess = suggest(specifier, known);
      const hint = guess === null ? 'Install it, or remove the import.' : `Did you mean ${guess}?`;
      throw new ImportError(specifier, `The package "${specifier}" isn't installed.`, hint);
    }
  };
}

function isMissing(error: unknown, specifier: string): boolean {
  if (!types.isNativeError(error) || !('code' in error)) return false;
  if (error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return true;
  return error.code === 'MODULE_NOT_FOUND' && error.message.includes(`'${specifier}'`);
}

/** What is asked for but isn't exported is said by name, not "(0, import_x.y) is not a function". */
function guardExports(specifier: string, exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null) return exports;
  return new Proxy(exports, {
    get(target, name, receiver) {
      const isOptional = typeof name === 'symbol' || name === '__esModule' || name === 'default';
      if (!isOptional && !(name in target)) {
        const message = `"${specifier}" exports no \`${name}\`.`;
        throw new ImportError(specifier, message, suggestionHint(name, Object.keys(target)));
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

function defaultExport(exports: unknown): RunResult {
  if (typeof exports !== 'object' || exports === null) return { outcome: 'value', value: exports };
  // A module without `export` keeps the empty object it was given; one in CommonJS has set another.
  const isEsModule = '__esModule' in exports || Object.keys(exports).length === 0;
  if (!('default' in exports)) {
    return isEsModule ? { outcome: 'no-default-export' } : { outcome: 'value', value: exports };
  }
  const value = exports.default;
  const isWrapped = isObject(value) && '__esModule' in value && 'default' in value;
  const inner = isWrapped ? value.default : value;
  if (types.isPromise(inner)) return { outcome: 'promise' };
  return { outcome: 'value', value: inner };
}

/** Inside the time limit: a getter may hang too. */
function asData(exported: unknown): RunResult {
  const copied = copyData(exported);
  return copied.ok
    ? { outcome: 'value', value: copied.value }
    : { outcome: 'unfit', complaint: copied.complaint };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
