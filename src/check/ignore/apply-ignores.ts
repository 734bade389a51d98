import { diagnosticCodes, ruleCodes } from '../../diagnostics/codes.ts';
import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggestionHint } from '../../diagnostics/suggest.ts';
import { toDiagnostic } from '../../workspace/place-problems.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { displayPath } from '../../workspace/workspace.ts';
import type { Ignore } from './read-ignores.ts';

/** A finding at its place, with the line where the field begins that it stands in. */
export interface PlacedFinding {
  readonly diagnostic: Diagnostic;
  readonly fieldLine: number | null;
}

export interface Silenced<Finding> {
  /** What no comment silences. */
  readonly left: readonly Finding[];
  /** What is wrong with the comments themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Leaves out the findings that comments silence. An ignore holds for what is found on its line, and
 * for all that is found in a field that begins there: no comment can stand inside a text.
 * `ran` tells which codes could have been found at all.
 */
export function applyIgnores<Finding extends PlacedFinding>(
  workspace: Workspace,
  ignores: readonly Ignore[],
  findings: readonly Finding[],
  ran: ReadonlySet<string>,
): Silenced<Finding> {
  const used = new Set<Ignore>();
  const left = findings.filter((finding) => {
    const silencing = ignores.filter((ignore) => silences(workspace, ignore, finding));
    silencing.forEach((ignore) => used.add(ignore));
    return silencing.length === 0;
  });
  const diagnostics = ignores.flatMap((ignore) => complain(workspace, ignore, used, ran));
  return { left, diagnostics };
}

// --- internal ---

function silences(
  workspace: Workspace,
  { file, rule, lines }: Ignore,
  { diagnostic, fieldLine }: PlacedFinding,
): boolean {
  if (diagnostic.code !== rule || diagnostic.file !== displayPath(workspace, file)) return false;
  if (lines === null) return true;
  return [diagnostic.line, fieldLine].some((line) => line !== null && lines.includes(line));
}

function complain(
  workspace: Workspace,
  ignore: Ignore,
  used: ReadonlySet<Ignore>,
  ran: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { rule, reason, file, line, column, endColumn } = ignore;
  const report = (code: DiagnosticCode, message: string, hint: string): Diagnostic =>
    toDiagnostic(workspace, {
      problem: { code, severity: 'warning', message, hint },
      place: { file, line, column, endColumn },
    });
  const rules = Object.keys(ruleCodes);
  if (!rules.includes(rule) && !Object.hasOwn(diagnosticCodes, rule)) {
    const named = rule === '' ? 'The comment names no rule' : `There is no rule \`${rule}\``;
    const hint = rule === '' ? form : suggestionHint(rule, rules);
    return [report('unknown-rule', `${named}, so it silences nothing.`, hint)];
  }
  const found: Diagnostic[] = [];
  if (reason === '') {
    const message = `The comment silences \`${rule}\` without saying why.`;
    found.push(report('ignore-without-reason', message, form));
  }
  if (!used.has(ignore) && ran.has(rule)) {
    const message = `The comment silences nothing: \`${rule}\` finds nothing here.`;
    const hint = 'Remove it, or put it on the line above what it is about.';
    found.push(report('unused-ignore', message, hint));
  }
  return found;
}

const form = 'Write it as galley-ignore RULE: why it is right here.';
