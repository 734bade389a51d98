import type * as z from 'zod/mini';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { toProblems } from './problems.ts';

export type Validated<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Holds a value against a schema and reports every problem, not the first. */
export function validate<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Validated<z.output<Schema>> {
  // Most values are few and small: compiling a faster parser for them would take longer.
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: toProblems(result.error.issues, value) };
}
