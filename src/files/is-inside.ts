import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { errorCode } from './error-code.ts';

/** Why a path is refused; `bad-name` for what is no portable relative path at all. */
export type OutsideReason =
  'absolute' | 'outside' | 'missing' | 'link-outside' | 'not-a-file' | 'bad-name';

export type InsideResult =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly reason: OutsideReason };

/** True when a path, as written, is the folder or lies in it. Links are not followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The file that a relative path from an author's text names, if it is a file in `root`: `base` is
 * the folder that the path starts from. Both the path as written and where its links lead must stay
 * inside. The result keeps the path as written.
 */
export function resolveInside(root: string, base: string, relativePath: string): InsideResult {
  const refusal = refuseAsWritten(relativePath);
  if (refusal !== null) return { ok: false, reason: refusal };
  const file = resolve(base, relativePath);
  if (!isInside(root, file)) return { ok: false, reason: 'outside' };
  try {
    const [realRoot, realFile] = [realpathSync.native(root), realpathSync.native(file)];
    if (!isInside(realRoot, realFile)) return { ok: false, reason: 'link-outside' };
    // Reading a device or a pipe could wait for ever.
    const stats = statSync(realFile);
    return stats.isFile() ? { ok: true, file } : { ok: false, reason: 'not-a-file' };
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return { ok: false, reason: code === 'ENAMETOOLONG' ? 'bad-name' : 'missing' };
  }
}

// --- internal ---

// Control characters have no place in a name; NUL would end it early.
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

// Harmless here, where nothing is decoded, but not to a server that decodes what we wrote.
const ENCODED_SEPARATOR = /%(?:2e|2f|5c|00)/i;

/** A Windows drive (`C:`) or the scheme of a URL (`file:`). */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function refuseAsWritten(path: string): OutsideReason | null {
  if (path.trim() === '' || CONTROL_CHARACTER.test(path)) return 'bad-name';
  if (path.startsWith('/') || path.startsWith('\\') || SCHEME.test(path)) return 'absolute';
  if (path.includes('\\') || ENCODED_SEPARATOR.test(path)) return 'bad-name';
  return null;
}
