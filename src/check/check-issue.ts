import type { RuleCode } from '../diagnostics/codes.ts';
import { diagnosticCodes } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PreparedIssue } from '../press/print-issue.ts';
import type { Source } from '../source/source.ts';
import { toDiagnostic } from '../workspace/place-problems.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ContextInput } from './create-context.ts';
import { createContext } from './create-context.ts';
import type { PlacedFinding } from './ignore/apply-ignores.ts';
import { applyIgnores } from './ignore/apply-ignores.ts';
import { readIgnores } from './ignore/read-ignores.ts';
import type { Rule } from './rule.ts';
import type { FoundProblem } from './run-rules.ts';
import { runRules } from './run-rules.ts';
import { weighWarnings } from './weigh-warnings.ts';

/** What a check of one issue is given. */
export interface CheckInput extends Omit<ContextInput, 'ready'> {
  readonly prepared: PreparedIssue;
  /** Where findings about the config are placed. */
  readonly config: Source;
  readonly rules: readonly Rule[];
}

/** What was found in one issue. */
export interface CheckedIssue {
  /** Of the issue's own files: what validation said, then the rules, in the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules found in config and theme, which all issues share; not silenced yet. */
  readonly ofConfig: readonly LocatedFinding[];
  /** What the rules found in the issue and can be mended. */
  readonly fixable: readonly LocatedFinding[];
  readonly ran: ReadonlySet<RuleCode>;
  readonly timings: ReadonlyMap<RuleCode, number>;
}

/** A finding of a rule, at its place. */
export interface LocatedFinding extends PlacedFinding {
  readonly problem: FoundProblem;
  /** The absolute path of the file that it was found in. */
  readonly file: string;
}

/** Runs the rules over an issue that has no errors, and leaves out what its comments silence. */
export async function checkIssue(input: CheckInput): Promise<CheckedIssue> {
  const { press, prepared, config, rules, clock } = input;
  const { workspace, publication } = press;
  const { ready, source, files, diagnostics } = prepared;
  if (ready === null || source === null) {
    const weighed = weighWarnings(diagnostics, publication);
    return { diagnostics: weighed, ofConfig: [], fixable: [], ran: new Set(), timings: new Map() };
  }
  const context = createContext({ ...input, ready });
  const able = rules.filter(({ fetches }) => fetches !== true || input.askFor !== undefined);
  const { problems, ran, timings } = await runRules(context, able, clock);
  const isShared = ({ of, place }: FoundProblem) => of === 'config' || place !== undefined;
  const own = problems.filter((problem) => !isShared(problem));
  const found = await locateAll(workspace, source, own);
  const ofConfig = await locateAll(workspace, config, problems.filter(isShared));
  const validated = diagnostics.map((diagnostic) => ({ diagnostic, fieldLine: null }));
  const all: readonly (PlacedFinding & Partial<LocatedFinding>)[] = [...validated, ...found];
  const codes = new Set<string>([...ran, ...Object.keys(diagnosticCodes)]);
  const silenced = applyIgnores(workspace, await readIgnores(files), all, codes);
  return {
    diagnostics: weighWarnings(
      [...silenced.left.map(({ diagnostic }) => diagnostic), ...silenced.diagnostics],
      publication,
    ).toSorted(byPlace),
    ofConfig,
    fixable: found.filter((one) => one.problem.fix !== undefined && silenced.left.includes(one)),
    ran,
    timings,
  };
}

/** In the order of files and of the places in them. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

// --- internal ---

/** Each at its place; what is written once, but used in many places, is told once. */
async function locateAll(
  workspace: Workspace,
  source: Source,
  problems: readonly FoundProblem[],
): Promise<readonly LocatedFinding[]> {
  const found = new Map<string, LocatedFinding>();
  for (const problem of problems) {
    const place = problem.place ?? (await source.locate(problem));
    const diagnostic = toDiagnostic(workspace, { problem, place });
    const { code, file, line, column, message } = diagnostic;
    const key = JSON.stringify([code, file, line, column, message]);
    if (found.has(key)) continue;
    const { path } = problem;
    const field = problem.place ?? (await source.locate({ path, at: 'key' }));
    const fieldLine = field.file === place.file ? field.line : null;
    found.set(key, { problem, diagnostic, file: place.file, fieldLine });
  }
  return [...found.values()];
}
