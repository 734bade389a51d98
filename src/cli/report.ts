import { join } from 'node:path';
import pc from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Palette } from '../diagnostics/format.ts';
import { formatDiagnostic, noColour } from '../diagnostics/format.ts';
import type { UserError } from '../diagnostics/user-error.ts';
import { readForFrame } from '../files/read-for-frame.ts';
import type { Io, Output } from './io.ts';

/** Colours on a terminal, none elsewhere or with NO_COLOR (no-color.org). */
export function createPalette(env: Io['env'], output: Output): Palette {
  const wanted = output.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  if (!wanted) return noColour;
  const colours = pc.createColors(true);
  return {
    error: colours.red,
    warning: colours.yellow,
    dim: colours.dim,
    bold: colours.bold,
  };
}

/** Writes diagnostics with their frames, a blank line after each. */
export async function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string,
  output: Output,
  palette: Palette,
): Promise<void> {
  const sources = new Map<string, string | null>();
  for (const diagnostic of diagnostics) {
    const { file } = diagnostic;
    if (!sources.has(file)) {
      sources.set(file, await readForFrame(join(root, file)));
    }
    output.write(`${formatDiagnostic(diagnostic, sources.get(file) ?? null, palette)}\n\n`);
  }
}

/** Writes what ended a command, and what to do about it. */
export function reportUserError(error: UserError, output: Output, palette: Palette): void {
  output.write(`${palette.error('error')}  ${palette.dim(error.code)}\n  ${error.message}\n`);
  if (error.hint !== undefined) output.write(`  ${error.hint}\n`);
}

/** "1 error and 2 warnings". */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'no problems' : parts.join(' and ');
}
