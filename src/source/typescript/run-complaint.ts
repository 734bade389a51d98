import { inspect, types } from 'node:util';
import { isImportError } from './import-error.ts';
import type { RunResult } from './run-module.ts';
import type { Complaint } from '../stretch.ts';

/** What to say of a file that ran and gave no object; null when it gave one. */
export function complaintOfRun(run: RunResult, timeoutMs: number): Complaint | null {
  switch (run.outcome) {
    case 'value':
      return typeof run.value === 'object' && run.value !== null ? null : noObject(run.value);
    case 'unfit':
      return run.complaint;
    case 'promise':
      return {
        code: 'source-not-an-object',
        message: "The file exports a promise, and a data file isn't waited for.",
        hint: 'Export the data itself.',
      };
    case 'no-default-export':
      return {
        code: 'missing-default-export',
        message: 'The file has no default export, so it gives no data.',
        hint: 'Write `export default` before the data.',
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
        : thrown(run.error);
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

function thrown(error: unknown): Complaint {
  return {
    code: 'source-throws',
    message: `The file runs when it is read, and it stopped with an error: ${describe(error)}`,
    hint: 'Correct the line where it stopped.',
  };
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
