import Handlebars from 'handlebars';
import type { HandlebarsNode } from './build-program.ts';
import { ESCAPE_HELPER, TRIM_HELPER } from './program.ts';

/**
 * Compiles a syntax tree to the source of a JavaScript object, for Handlebars' runtime. A value
 * that is missing from the view when it runs is an error, never an empty string.
 */
export function precompile(program: HandlebarsNode, helpers: readonly string[]): string {
  const known = [ESCAPE_HELPER, TRIM_HELPER, ...helpers].map((name) => [name, true] as const);
  const spec: unknown = Handlebars.create().precompile(program, {
    strict: true,
    knownHelpers: Object.fromEntries(known),
    knownHelpersOnly: true,
    // White space and escaping are settled in the tree.
    ignoreStandalone: true,
    noEscape: true,
  });
  return String(spec);
}
