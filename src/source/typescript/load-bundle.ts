import { sha256 } from '../../files/hash.ts';
import type { Store } from '../../files/store.ts';
import type { Bundle, BundleResult } from './bundle.ts';
import { readText } from '../read-text.ts';
import type { PlacedProblem } from '../source.ts';

/** The version that is installed: part of the cache's keys, so that it needn't be loaded to ask. */
export const ESBUILD_VERSION = '0.28.2';

/**
 * The bundle of a file: from the cache when no file in it has changed since, without loading
 * esbuild; else compiled and kept. Only what could be compiled is kept.
 */
export async function loadBundle(
  file: string,
  text: string,
  { modules, cache }: { readonly modules: readonly string[]; readonly cache: Store },
): Promise<BundleResult> {
  const key = keyOf(file, text, modules);
  const kept = fromEntry(await cache.get(key), file, text);
  if (kept !== null) return { ok: true, bundle: kept };

  const { buildBundle } = await import('./build-bundle.ts');
  const result = await buildBundle(file, text, modules);
  if (result.ok) await cache.set(key, toEntry(result.bundle));
  return result;
}

// --- internal ---

/** Raised when entries of another form are written. */
const FORM = 1;

interface Entry {
  readonly code: string;
  readonly map: string;
  /** Hashes of the texts, by path. */
  readonly files: readonly (readonly [file: string, hash: string])[];
  readonly imports: readonly (readonly [
    file: string,
    imports: readonly (readonly [specifier: string, file: string])[],
  ])[];
  readonly warnings: readonly PlacedProblem[];
}

function keyOf(file: string, text: string, modules: readonly string[]): string {
  const parts = [FORM, ESBUILD_VERSION, file, sha256(text), ...modules.toSorted()];
  return `source-${sha256(JSON.stringify(parts))}`;
}

/** An entry's text: the hash of what follows, and the entry as JSON. */
function toEntry({ code, map, texts, imports, warnings }: Bundle): string {
  const entry: Entry = {
    code,
    map,
    files: [...texts].map(([file, text]) => [file, sha256(text)]),
    imports: [...imports].map(([file, local]) => [file, [...local]]),
    warnings,
  };
  const json = JSON.stringify(entry);
  return `${sha256(json)}\n${json}`;
}

/** The bundle of an entry; null when it is damaged, or one of its files has changed. */
function fromEntry(kept: string | null, file: string, text: string): Bundle | null {
  if (kept === null) return null;
  const json = kept.slice(65);
  if (kept.slice(0, 65) !== `${sha256(json)}\n`) return null;
  const { code, map, files, imports, warnings } = JSON.parse(json) as Entry;
  const read = files.map(([path, hash]) => {
    const content = path === file ? { ok: true as const, text } : readText(path);
    return content.ok && sha256(content.text) === hash ? ([path, content.text] as const) : null;
  });
  const texts = read.filter((one) => one !== null);
  if (texts.length < files.length) return null;
  return {
    code,
    map,
    texts: new Map(texts),
    imports: new Map(imports.map(([path, local]) => [path, new Map(local)])),
    warnings,
  };
}
