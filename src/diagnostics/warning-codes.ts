import type { diagnosticCodes, ignoreCodes } from './codes.ts';

/**
 * The codes that are no rules and yet only warnings: the config says of these, too, how much they
 * count for `galley check`.
 */
export const warningCodes = [
  'missing-alt',
  'unclosed-fence',
  'unsupported-table',
  'unknown-footnote',
  'unused-footnote',
  'duplicate-footnote',
  'unknown-code-language',
  'look-alike-host',
  'suspicious-source',
  'unused-template',
  'unknown-rule',
  'ignore-without-reason',
  'unused-ignore',
] as const satisfies readonly (keyof typeof diagnosticCodes | keyof typeof ignoreCodes)[];

/** A code that is a warning without being a rule. */
export type WarningCode = (typeof warningCodes)[number];
