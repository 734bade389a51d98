import { inspect, types } from 'node:util';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Bundle } from './bundle.ts';
import { isImportError } from './import-error.ts';
import type { RunResult } from './run-module.ts';
import type { Complaint } from '../stretch.ts';

/** A promise that a file made and left to itself has failed. */
export interface FailedPromise {
  readonly outcome: 'failed';
  readonly error: unknown;
}

/** What to say of a file that ran and gave no object, or left something that failed; else null. */
export function complaintOfRun(
  run: RunResult | FailedPromise,
  context: {
    readonly bundle: Pick<Bundle, 'texts'>;
    /** What can be imported by name. */
    readonly modules: Modules;
    readonly timeoutMs: number;
  },
): Complaint | null {
  switch (run.outcome) {
    case 'value':
      return typeof run.value === 'object' && run.value !== null ? null : noObject(run.value);
    case 'unfit':
      return run.complaint;
    case 'promise':
      return {
        code: 'source-not-an-object',
        message: "The file exports a promise, and a data file isn't waited for.",
        hint: 'Export the data itself, without `async`.',
      };
    case 'no-default-export':
      return {
        code: 'missing-default-export',
        message: 'The file has no default export, so it gives no data.',
        hint: 'Write `export default` before the data itself.',
      };
    case 'timeout':
      return {
        code: 'source-timeout',
        message: `The file was still running after ${context.timeoutMs / 1000} s, so it was stopped.`,
        hint: 'Look for a loop that never ends.',
      };
    case 'thrown':
      return isImportError(run.error)
        ? { code: 'unresolved-import', message: run.error.message, hint: run.error.hint }
        : thrown(run.error, 'it', context);
    case 'failed':
      return thrown(run.error, 'an async function in it', context);
  }
}

// --- internal ---

type Modules = Readonly<Record<string, unknown>>;

interface Known {
  readonly bundle: Pick<Bundle, 'texts'>;
  readonly modules: Modules;
}

function noObject(value: unknown): Complaint {
  const isFunction = typeof value === 'function';
  const found = isFunction ? 'a function' : shorten(inspect(value));
  return {
    code: 'source-not-an-object',
    message: `The file exports ${found}, not an object.`,
    hint: isFunction ? 'Export what the function gives, or an object.' : 'Export an object.',
  };
}

function thrown(error: unknown, what: string, known: Known): Complaint {
  const described = describe(error);
  return {
    code: 'source-throws',
    message: `The file runs when it is read, and ${what} stopped with an error: ${described}`,
    hint: hintFor(described, known) ?? 'Correct the line where it stopped.',
  };
}

/** What is likely wrong when the engine itself stopped. */
function hintFor(described: string, { bundle, modules }: Known): string | null {
  const unknown = /^ReferenceError: (.+) is not defined/.exec(described)?.[1];
  if (unknown !== undefined) {
    const module = Object.entries(modules).find(([, exports]) => offers(exports, unknown))?.[0];
    if (module !== undefined) return `Import it: import { ${unknown} } from '${module}';`;
    const guess = suggest(unknown, [...bundle.texts.values()].flatMap(declaredNames));
    return guess === null ? 'If it is text, put it in quotes.' : `Did you mean \`${guess}\`?`;
  }
  // A text that is followed by another in backticks is called with it.
  if (/^TypeError: (["'`]).*\1 is not a function$/.test(described)) {
    return 'Write \\` for every backtick inside a text that stands in backticks.';
  }
  const read = /^TypeError: Cannot read properties of (\w+) \(reading '(.+)'\)/.exec(described);
  if (read === null) return null;
  return `What stands before \`${read[2] ?? ''}\` is ${read[1] ?? ''} here.`;
}

function offers(exports: unknown, name: string): boolean {
  return typeof exports === 'object' && exports !== null && Object.hasOwn(exports, name);
}

/** The names that a file declares or imports, near enough. */
function declaredNames(text: string): readonly string[] {
  const declared = /\b(?:const|let|var|function|class|enum)\s+([\w$]+)|\bimport\b([^'"]*)\bfrom\b/g;
  return [...text.matchAll(declared)].flatMap(([, name, clause]) => {
    return name === undefined ? (clause?.match(/[\w$]+/g) ?? []) : [name];
  });
}

/** What was thrown in one line, whatever it is. */
function describe(error: unknown): string {
  try {
    const isError = types.isNativeError(error);
    return shorten(isError ? `${error.name}: ${error.message}` : inspect(error));
  } catch {
    return "one that can't be shown.";
  }
}

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
