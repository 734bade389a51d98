import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { types } from 'node:util';
import type { Bundle } from './bundle.ts';
import { lineStart } from '../line-start.ts';
import type { Stretch } from '../stretch.ts';

/**
 * Where in the author's files an error came from: of the calls that led to it, the innermost that is
 * theirs. `name` is what the bundle is called in stack traces. Null when nothing leads there.
 */
export function traceError(
  error: unknown,
  bundle: Pick<Bundle, 'map' | 'texts'>,
  { file, name }: { readonly file: string; readonly name: string },
): Stretch | null {
  const map = new SourceMap(JSON.parse(bundle.map) as SourceMapPayload);
  for (const { line, column } of framesIn(stackOf(error), name)) {
    const entry = map.findEntry(line - 1, Math.max(0, column - 1));
    if (!('originalSource' in entry)) continue;
    const path = resolve(dirname(file), entry.originalSource);
    const text = bundle.texts.get(path);
    if (text === undefined) continue;
    const called = lineStart(text, entry.originalLine) + entry.originalColumn;
    const start = missingName(error, text, called) ?? called;
    return { file: path, text, start, end: start + wordLength(text, start) };
  }
  return null;
}

/** The specifier of an import at or behind a place: what to underline when it leads nowhere. */
export function specifierNear(at: Stretch, specifier: string): Stretch {
  const quoted = [`'${specifier}'`, `"${specifier}"`];
  const starts = quoted
    .map((text) => at.text.indexOf(text, at.start))
    .filter((start) => start >= 0);
  if (starts.length === 0) return at;
  const start = Math.min(...starts);
  return { ...at, start, end: start + specifier.length + 2 };
}

// --- internal ---

interface Frame {
  readonly line: number;
  readonly column: number;
}

/** The stack of an error, empty when it is none or its author made it fail. */
function stackOf(error: unknown): string {
  try {
    const stack = (error as { readonly stack?: unknown }).stack;
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}

/**
 * The calls in the code of this name, innermost first. Of code that couldn't be compiled, only the
 * line is known: its statement comes last.
 */
function framesIn(stack: string, name: string): Frame[] {
  const mentions = stack.split(`${name}:`).slice(1);
  const frames = mentions.flatMap((rest) => {
    const match = /^(\d+)(?::(\d+))?/.exec(rest);
    return match === null ? [] : [{ line: Number(match[1]), column: Number(match[2] ?? 0) }];
  });
  const calls = frames.filter(({ column }) => column > 0);
  return [...calls, ...frames.filter(({ column }) => column === 0)];
}

/** Where the name stands that is not there: the bundle only maps the expression that it begins. */
function missingName(error: unknown, text: string, from: number): number | null {
  const message = types.isNativeError(error) ? error.message : '';
  const name = /^([\w$]+) is not defined$/.exec(message)?.[1];
  if (name === undefined) return null;
  const line = text.slice(from).split('\n', 1)[0] ?? '';
  const words = [...line.matchAll(/[\w$]+/g)];
  const at = words.find(([word]) => word === name)?.index;
  return at === undefined ? null : from + at;
}

/** The length of a call, or a name with what is before its dots, or a text in quotes. */
function wordLength(text: string, start: number): number {
  const word = /^(?:(?:(?:new|throw) )*[\w$]+(?:\.[\w$]+)*|'[^'\n]*'|"[^"\n]*")/;
  return word.exec(text.slice(start, start + 200))?.[0].length ?? 1;
}
