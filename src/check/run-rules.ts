import type { RuleCode } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../workspace/publication.ts';
import type { CheckContext } from './context.ts';
import type { Finding, Rule } from './rule.ts';

/** A finding that has got its code and severity. */
export interface FoundProblem extends Problem, Pick<Finding, 'of' | 'place' | 'fix'> {
  readonly code: RuleCode;
}

/** What the rules found in one issue. */
export interface RuleResults {
  readonly problems: readonly FoundProblem[];
  /** The rules that were on. */
  readonly ran: ReadonlySet<RuleCode>;
  /** How long each took, in milliseconds, without rendering the issue, which they share. */
  readonly timings: ReadonlyMap<RuleCode, number>;
}

/** Runs the rules that the config leaves on, one after another, over one issue. */
export async function runRules(
  context: CheckContext,
  rules: readonly Rule[],
  clock: () => number,
): Promise<RuleResults> {
  const problems: FoundProblem[] = [];
  const timings = new Map<RuleCode, number>();
  for (const rule of rules) {
    const severity = severityOf(rule, context.publication);
    if (severity === 'off') continue;
    const [start, sharedBefore] = [clock(), context.sharedMs()];
    const findings = await rule.check(context);
    const shared = context.sharedMs() - sharedBefore;
    timings.set(rule.name, clock() - start - shared);
    problems.push(...findings.map((finding) => ({ ...finding, code: rule.name, severity })));
  }
  return { problems, ran: new Set(timings.keys()), timings };
}

// --- internal ---

function severityOf({ name, severity }: Rule, { check }: Publication) {
  return check?.rules?.[name] ?? severity;
}
