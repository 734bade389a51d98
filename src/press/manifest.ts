import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Store } from '../files/store.ts';

/** What is remembered of a built issue, to know whether it must be built again. */
export interface BuildRecord {
  /** Of everything that is not a file of the issue: config, theme, Galley's version. */
  readonly settings: string;
  /** Every file the issue was made of, relative to the workspace, with its stamp. */
  readonly inputs: Stamps;
  /** Every file that was written, relative to the workspace, with its stamp. */
  readonly outputs: Stamps;
  readonly words: number;
  readonly minutes: number;
  readonly htmlBytes: number;
  /** Warnings; an issue with errors is never recorded. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file looked like, from its size and times, by its path. */
export type Stamps = Readonly<Record<string, string>>;

/** The records of the last builds, by slug. */
export interface Manifest {
  /** The record of an issue that would be built the same again, else null. */
  unchanged(slug: string, settings: string): BuildRecord | null;
  last(slug: string): BuildRecord | null;
  record(slug: string, record: BuildRecord): void;
  /** Notes that an issue must be built again, and keeps what was written of it. */
  invalidate(slug: string): void;
  save(): Promise<void>;
}

/** Reads the manifest from the cache; a missing or damaged one is empty. */
export async function readManifest(root: string, store: Store): Promise<Manifest> {
  const records = new Map(Object.entries(parse(await store.get(manifestKey))));
  let changed = false;
  return {
    unchanged(slug, settings) {
      const record = records.get(slug);
      if (record?.settings !== settings) return null;
      const same = areCurrent(root, record.inputs) && areCurrent(root, record.outputs);
      return same ? record : null;
    },
    last: (slug) => records.get(slug) ?? null,
    record(slug, record) {
      records.set(slug, record);
      changed = true;
    },
    invalidate(slug) {
      const record = records.get(slug);
      if (record === undefined) return;
      records.set(slug, { ...record, settings: '' });
      changed = true;
    },
    async save() {
      if (changed) await store.set(manifestKey, JSON.stringify(Object.fromEntries(records)));
    },
  };
}

/** The stamps of files, taken before they are read, so that a later change is seen. */
export function stampFiles(root: string, paths: Iterable<string>): Stamps {
  return Object.fromEntries([...paths].map((path) => [path, stamp(join(root, path))]));
}

/** True when all files look as they did. */
export function areCurrent(root: string, stamps: Stamps): boolean {
  return Object.entries(stamps).every(([path, then]) => stamp(join(root, path)) === then);
}

// --- internal ---

const manifestKey = 'build-manifest-1';

/** Synchronous: thousands of these take milliseconds, where promises take a second. */
function stamp(file: string): string {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    return `${size}-${mtimeMs}-${ctimeMs}`;
  } catch {
    // Absent, or in a place that can't be looked into: it is to be built, which says what is wrong.
    return 'absent';
  }
}

function parse(text: string | null): Record<string, BuildRecord> {
  return text === null ? {} : (JSON.parse(text) as Record<string, BuildRecord>);
}
