import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { validate } from '../schema/validate.ts';
import { readSource } from '../source/read-source.ts';
import type { ReadOptions, Source } from '../source/source.ts';
import { checkInside } from '../workspace/check-inside.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import { placeProblems, toDiagnostic } from '../workspace/place-problems.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Issue } from './schema.ts';
import { issueSchema } from './schema.ts';
import { checkSectionOrder } from './section-order.ts';

export interface LoadedIssue {
  /** Null when the source has errors. */
  readonly issue: Issue | null;
  /** Null when the source can't be read at all; else the way to the place of a field. */
  readonly source: Source | null;
  /** Every file the issue is made of but its pictures, absolute. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and validates one issue, whatever its format, and reports every problem at its place. */
export async function loadIssue(
  workspace: Workspace,
  { file }: IssueFile,
  options: ReadOptions,
): Promise<LoadedIssue> {
  const outside = checkInside(workspace, file);
  if (outside !== null) return { issue: null, source: null, files: [file], diagnostics: [outside] };
  const read = await readSource(file, options);
  if (!read.ok) {
    const diagnostics = read.problems.map((placed) => toDiagnostic(workspace, placed));
    return { issue: null, source: null, files: read.files, diagnostics };
  }
  const { source, warnings } = read;
  const loaded = await validateIssue(workspace, source);
  const placed = warnings.map((warning) => toDiagnostic(workspace, warning));
  return { ...loaded, diagnostics: [...placed, ...loaded.diagnostics] };
}

/** Validates what a source says. */
export async function validateIssue(workspace: Workspace, source: Source): Promise<LoadedIssue> {
  const validated = validate(issueSchema, source.value);
  const problems = [
    ...(validated.ok ? [] : validated.problems),
    ...checkSectionOrder(source.value),
  ];
  return {
    issue: validated.ok && problems.length === 0 ? validated.value : null,
    source,
    files: source.files,
    diagnostics: await placeProblems(workspace, source, problems),
  };
}
