import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Stretch } from '../stretch.ts';
import type { Explanation } from './explain-syntax.ts';

/**
 * Says in an author's words what the compiler says in its own of an import that leads nowhere, and
 * what may be meant; null when it is about something else.
 */
export function explainImport(said: string, at: Stretch, suggestion: string): Explanation | null {
  const path = /^Could not resolve "(.+)"/.exec(said)?.[1];
  if (path !== undefined) {
    const guess = neighbour(at.file, path);
    const hint = guess === null ? PATH : `Did you mean \`${guess}\`?`;
    return { message: `The import "${path}" leads to no file.`, hint };
  }
  const [, file, name] = /^No matching export in "(.+)" for import "(.+)"/.exec(said) ?? [];
  if (file !== undefined && name === 'default') {
    const message = `"${file}" has no default export.`;
    return { message, hint: 'Write what you import in braces: `import { name } from …`.' };
  }
  if (file !== undefined && name !== undefined) {
    const hint = suggestion === '' ? 'Export it there.' : `Did you mean \`${suggestion}\`?`;
    return { message: `"${file}" exports no \`${name}\`.`, hint };
  }
  return said.startsWith('Only .ts') ? { hint: PATH } : null;
}

// --- internal ---

const PATH = 'Check the path and the name; a path to a file begins with ./ or ../.';

/** A file beside the one that isn't there whose name is near to it. */
function neighbour(from: string, path: string): string | null {
  const [wanted, folder] = [basename(path), dirname(path)];
  const name = nearest(namesIn(resolve(dirname(from), folder)), wanted);
  if (name === null) return null;
  return `${path.slice(0, path.length - wanted.length)}${name}`;
}

function nearest(names: readonly string[], wanted: string): string | null {
  const hasEnding = /\.\w+$/.test(wanted);
  const candidates = names.map((name) => (hasEnding ? name : name.replace(/\.[cm]?[jt]sx?$/, '')));
  return suggest(wanted, candidates);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
