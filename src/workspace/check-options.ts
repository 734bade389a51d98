import * as z from 'zod/mini';
import type { RuleCode } from '../diagnostics/codes.ts';
import { diagnosticCodes, ignoreCodes, ruleCodes } from '../diagnostics/codes.ts';
import type { WarningCode } from '../diagnostics/warning-codes.ts';
import { warningCodes } from '../diagnostics/warning-codes.ts';
import type { FieldDoc } from '../schema/fields.ts';
import { record } from '../schema/fields.ts';

type SettableCode = RuleCode | WarningCode;

const severity = z.optional(z.enum(['off', 'warning', 'error']));

const says = { ...diagnosticCodes, ...ignoreCodes };

/** What each says in a sentence: the rules, then what is a warning without being one. */
const summaries: readonly (readonly [name: string, summary: string])[] = [
  ...Object.entries(ruleCodes),
  ...warningCodes.map((code) => [code, says[code]] as const),
];

const rules = Object.fromEntries(summaries.map(([name]) => [name, severity])) as Record<
  SettableCode,
  typeof severity
>;

/** For editors. */
const ruleDocs: Readonly<Partial<Record<SettableCode, FieldDoc>>> = Object.fromEntries(
  summaries.map(([name, summary]): [string, FieldDoc] => [name, [summary]]),
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
