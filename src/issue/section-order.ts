import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';

/**
 * Checks that an issue has exactly one `intro`, first, and exactly one `sign-off`, last; a surplus
 * one is reported at the later. Takes the data as written, so that it can be reported together
 * with what the schema finds.
 */
export function checkSectionOrder(issue: unknown): Problem[] {
  const kinds = kindsOf(issue);
  if (kinds === null || kinds.length === 0) return [];
  return [...checkEnd(kinds, 'intro', 0), ...checkEnd(kinds, 'sign-off', kinds.length - 1)];
}

// --- internal ---

function checkEnd(kinds: readonly unknown[], kind: 'intro' | 'sign-off', place: number): Problem[] {
  const at = kinds.flatMap((found, index) => (found === kind ? [index] : []));
  const where = kind === 'intro' ? 'first' : 'last';
  const [only] = at;
  if (only === undefined) {
    const message = `The issue has no \`${kind}\` section.`;
    const hint = `Add one as the ${where} section.`;
    return [problem('missing-section', message, hint, ['sections'])];
  }
  const surplus = at.slice(1).map((index) => {
    const message = `sections[${index}] is a second \`${kind}\`; an issue has exactly one.`;
    return problem('surplus-section', message, 'Make it a `topic`, or remove it.', [
      'sections',
      index,
      'kind',
    ]);
  });
  if (surplus.length > 0 || only === place) return surplus;
  const message = `The \`${kind}\` section stands at sections[${only}]; it must be the ${where}.`;
  return [
    problem('misplaced-section', message, `Move it to the ${where} place.`, [
      'sections',
      only,
      'kind',
    ]),
  ];
}

function problem(
  code: DiagnosticCode,
  message: string,
  hint: string,
  path: readonly (string | number)[],
): Problem {
  return { code, severity: 'error', message, hint, path };
}

function kindsOf(issue: unknown): unknown[] | null {
  if (typeof issue !== 'object' || issue === null) return null;
  const sections = (issue as Record<string, unknown>)['sections'];
  if (!Array.isArray(sections)) return null;
  return sections.map((section: unknown) =>
    typeof section === 'object' && section !== null
      ? (section as Record<string, unknown>)['kind']
      : undefined,
  );
}
