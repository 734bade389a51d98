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
  { bundle, timeoutMs }: { readonly bundle: Pick<Bundle, 'texts'>; readonly timeoutMs: number },
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
        message: `The file was still running after ${timeoutMs / 1000} s, so it was stopped.`,
        hint: 'Look for a loop that never ends.',
      };
    case 'thrown':
      return isImportError(run.error)
        ? { code: 'unresolved-import', message: run.error.message, hint: run.error.hint }
        : thrown(run.error, 'it', bundle);
    case 'failed':
      return thrown(run.error, 'an async function in it', bundle);
  }
}

// --- internal ---

function noObject(value: unknown): Complaint {
  const isFunction = typeof value === 'function';
  const found = isFunction ? 'a function' : shorten(inspect(value));
  return {
    code: 'source-not-an-object',
    message: `The file exports ${found}, not an object.`,
    hint: isFunction ? 'Export what the function gives, or an object.' : 'Export an object.',
  };
}

function thrown(error: unknown, what: string, bundle: Pick<Bundle, 'texts'>): Complaint {
  const described = describe(error);
  return {
    code: 'source-throws',
    message: `The file runs when it is read, and ${what} stopped with an error: ${described}`,
    hint: hintFor(described, bundle) ?? 'Correct the line where it stopped.',
  };
}

/** What is likely wrong when the engine itself stopped. */
function hintFor(described: string, { texts }: Pick<Bundle, 'texts'>): string | null {
  const unknown = /^ReferenceError: (.+) is not defined/.exec(described)?.[1];
  if (unknown !== undefined) {
    const guess = suggest(unknown, [...texts.values()].flatMap(declaredNames));
    return guess === null ? 'If it is text, put it in quotes.' : `Did you mean \`${guess}\`?`;
  }
  const read = /^TypeError: Cannot read properties of (\w+) \(reading '(.+)'\)/.exec(described);
  if (read === null) return null;
  return `What stands before \`${read[2] ?? ''}\` is ${read[1] ?? ''} here.`;
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
