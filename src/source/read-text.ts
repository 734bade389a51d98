import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { errorCode } from '../files/error-code.ts';
import type { PlacedProblem } from './source.ts';
import { placeProblem, startOfFile } from './stretch.ts';

export type TextResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: PlacedProblem };

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 5_000_000;

/**
 * Reads a file as UTF-8, without a byte order mark. What can't be read that way is a problem.
 * Synchronous: a trip to the thread pool for each step takes longer than reading a small file.
 */
export function readText(file: string): TextResult {
  const bytes = readBytes(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (!isUtf8(bytes)) return refuseEncoding(file, bytes);
  return { ok: true, text: withoutMark(bytes.toString('utf8')) };
}

// --- internal ---

/**
 * Without waiting: a named pipe would else be opened only when someone writes to it. Windows has no
 * such flag, and undefined counts as 0.
 */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

function readBytes(file: string): Buffer | TextResult {
  try {
    const handle = openSync(file, READ);
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile()) return refuse(file, 'unreadable-source', 'This is no file.');
      if (stats.size > MAX_BYTES) return refuseSize(file, stats.size);
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return refuseAccess(file, code);
  }
}

function refuseSize(file: string, size: number): TextResult {
  const megabytes = (size / 1_000_000).toFixed(1);
  const message = `The file has ${megabytes} MB; at most ${MAX_BYTES / 1_000_000} MB are read.`;
  return refuse(file, 'source-too-large', message, 'Check that it is the right file.');
}

function refuseAccess(file: string, code: string): TextResult {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "The file doesn't exist.",
    ENOTDIR: "The file doesn't exist.",
    EACCES: "The file can't be read: permission denied.",
    EPERM: "The file can't be read: permission denied.",
  };
  return refuse(file, 'unreadable-source', reasons[code] ?? `The file can't be read (${code}).`);
}

function refuse(file: string, code: DiagnosticCode, message: string, hint?: string): TextResult {
  const at = startOfFile(file, '');
  return { ok: false, problem: placeProblem({ code, message, hint }, at) };
}

/** Points at the first byte that is no UTF-8. */
function refuseEncoding(file: string, bytes: Uint8Array): TextResult {
  const start = decodableStart(bytes).length;
  const text = withoutMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const message = 'The file is not UTF-8: there is a byte here that no character has.';
  const hint = 'Save the file as UTF-8.';
  const at = { file, text, start, end: start + 1 };
  return { ok: false, problem: placeProblem({ code: 'invalid-utf8', message, hint }, at) };
}

/** The text before the first invalid byte, found by bisecting. */
function decodableStart(bytes: Uint8Array): string {
  let text = '';
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const start = decodeStrictly(bytes.subarray(0, middle));
    if (start === null) {
      high = middle - 1;
    } else {
      low = middle;
      text = start;
    }
  }
  return text;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    // A character cut off at the end is left out, not an error, when more may come.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
