import * as z from 'zod/mini';
import type { RuleCode } from '../diagnostics/codes.ts';
import { ruleCodes } from '../diagnostics/codes.ts';
import { record } from '../schema/fields.ts';

const severity = z.optional(z.enum(['off', 'warning', 'error']));

const rules = Object.fromEntries(Object.keys(ruleCodes).map((name) => [name, severity])) as Record<
  RuleCode,
  typeof severity
>;

/** What the config says of `galley check`. */
export const checkOptions = record({
  rules: z.optional(record(rules)).check(z.describe('How much a rule counts, by its name.')),
  maxSponsors: z._default(z.int().check(z.minimum(0)), 2).check(z.describe('In one issue.')),
  httpsUpgrade: z
    ._default(z.boolean(), false)
    .check(z.describe('Whether --fix turns http: into https:.')),
});
