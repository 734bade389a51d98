import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readText } from '../source/read-text.ts';
import { toDiagnostic } from './place-problems.ts';
import type { Workspace } from './workspace.ts';

/** What is set around Galley. It may hold secrets: it is never shown, logged or written. */
export interface Environment {
  readonly values: Readonly<Record<string, string>>;
  /** Why `.env` can't be read; it is left out then. Never with a place: no frame may show it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The values of the workspace's `.env`, which may be missing, under those of the environment. */
export function readEnvironment(
  workspace: Workspace,
  env: Readonly<Record<string, string | undefined>>,
): Environment {
  const set = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const file = join(workspace.root, '.env');
  if (!existsSync(file)) return { values: set, diagnostics: [] };
  const read = readText(file);
  if (read.ok) {
    const written = parseEnv(read.text) as Record<string, string>;
    return { values: { ...written, ...set }, diagnostics: [] };
  }
  const { problem } = read.problem;
  return { values: set, diagnostics: [toDiagnostic(workspace, { problem, place: { file } })] };
}
