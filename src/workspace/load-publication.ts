import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import type { Store } from '../files/store.ts';
import { validate } from '../schema/validate.ts';
import type { Source } from '../source/source.ts';
import { readSource } from '../source/read-source.ts';
import { checkInside } from './check-inside.ts';
import { placeProblems, toDiagnostic } from './place-problems.ts';
import type { Publication } from './publication.ts';
import { publicationSchema } from './publication.ts';
import type { Workspace } from './workspace.ts';

export interface LoadedPublication {
  /** Null when the config has errors. */
  readonly publication: Publication | null;
  /** Null when the config can't be read at all; else the way to the place of a field. */
  readonly source: Source | null;
  /** Every file the config is made of, absolute. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and validates the workspace's one config, `newsletter.config.ts`, `.yaml`, `.yml` or
 * `.json`. Throws a UserError when there is none, or more than one.
 */
export async function loadPublication(
  workspace: Workspace,
  options: { readonly modules: Readonly<Record<string, unknown>>; readonly cache: Store },
): Promise<LoadedPublication> {
  const file = await findConfig(workspace);
  const outside = checkInside(workspace, file);
  if (outside !== null) {
    return { publication: null, source: null, files: [file], diagnostics: [outside] };
  }
  const read = await readSource(file, options);
  if (!read.ok) {
    const diagnostics = read.problems.map((placed) => toDiagnostic(workspace, placed));
    return { publication: null, source: null, files: read.files, diagnostics };
  }
  const { source } = read;
  const warnings = read.warnings.map((placed) => toDiagnostic(workspace, placed));
  const validated = validate(publicationSchema, source.value);
  const problems = validated.ok ? [] : validated.problems;
  return {
    publication: validated.ok ? validated.value : null,
    source,
    files: source.files,
    diagnostics: [...warnings, ...(await placeProblems(workspace, source, problems))],
  };
}

// --- internal ---

async function findConfig(workspace: Workspace): Promise<string> {
  const names = (await readdir(workspace.root)).filter((name) =>
    /^newsletter\.config\.(ts|yaml|yml|json)$/.test(name),
  );
  const [first, second] = names.sort();
  if (first === undefined) {
    throw new UserError(
      'missing-config',
      'There is no newsletter.config.ts beside issues/.',
      'Write one: name, language, author and from are what it needs. See docs/configuration.md.',
    );
  }
  if (second !== undefined) {
    const message = `There are two configs: ${names.join(' and ')}.`;
    throw new UserError('duplicate-config', message, 'Keep one of them.');
  }
  return join(workspace.root, first);
}
