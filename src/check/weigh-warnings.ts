import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { WarningCode } from '../diagnostics/warning-codes.ts';
import { warningCodes } from '../diagnostics/warning-codes.ts';
import type { Publication } from '../workspace/publication.ts';

/**
 * What the config says of warnings that are no rules: those that are off are left out, others may
 * count as errors. What is an error stays one.
 */
export function weighWarnings(
  diagnostics: readonly Diagnostic[],
  { check }: Pick<Publication, 'check'>,
): readonly Diagnostic[] {
  const rules = check?.rules;
  if (rules === undefined) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const { code, severity } = diagnostic;
    const wanted = severity === 'warning' && isSettable(code) ? rules[code] : undefined;
    if (wanted === 'off') return [];
    return [wanted === undefined ? diagnostic : { ...diagnostic, severity: wanted }];
  });
}

// --- internal ---

function isSettable(code: DiagnosticCode): code is WarningCode {
  return warningCodes.some((one) => one === code);
}
