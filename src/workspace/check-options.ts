import * as z from 'zod/mini';
import type { RuleCode } from '../diagnostics/codes.ts';
import { ruleCodes } from '../diagnostics/codes.ts';
import type { FieldDoc } from '../schema/fields.ts';
import { record } from '../schema/fields.ts';

const severity = z.optional(z.enum(['off', 'warning', 'error']));

const rules = Object.fromEntries(Object.keys(ruleCodes).map((name) => [name, severity])) as Record<
  RuleCode,
  typeof severity
>;

/** For editors: what a rule finds. */
const ruleDocs: Readonly<Partial<Record<RuleCode, FieldDoc>>> = Object.fromEntries(
  Object.entries(ruleCodes).map(([name, summary]): [string, FieldDoc] => [name, [summary]]),
);

/** What the config says of `galley check`. */
export const checkOptions = record(
  {
    rules: z.optional(record(rules, ruleDocs)),
    maxSponsors: z._default(z.int().check(z.minimum(0)), 2),
    httpsUpgrade: z._default(z.boolean(), false),
  },
  {
    rules: ['How much each rule counts: off, warning or error.', { 'subject-length': 'off' }],
    maxSponsors: ['How many sponsors one issue may have.'],
    httpsUpgrade: ['Whether check --fix turns http: into https:.'],
  },
);
