import type { Diagnostic } from './diagnostic.ts';
import { codeFrame } from './frame.ts';
import { printable } from './printable.ts';

/** Colours a piece of a report; the identity where there is no colour. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

export const noColour: Palette = {
  error: (text) => text,
  warning: (text) => text,
  dim: (text) => text,
  bold: (text) => text,
};

/**
 * Writes a diagnostic for a person: place and code, what happened, the frame, what to do.
 * `source` is the text of the diagnostic's file, or null where it can't be read.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  source: string | null,
  palette: Palette = noColour,
): string {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const rows = [
    `${palette.bold(printable(place))}  ${palette[severity](severity)}  ${palette.dim(code)}`,
    indent(printable(message)),
  ];
  if (source !== null && line !== null && column !== null) {
    const endColumn = diagnostic.endColumn ?? column + 1;
    rows.push(indent(codeFrame(source, { line, column, endColumn })));
  }
  if (hint !== undefined) rows.push(indent(printable(hint)));
  return rows.join('\n');
}

/** The diagnostic as the JSON of `--format json`: exactly the fields of the contract. */
export function diagnosticJson(diagnostic: Diagnostic): Record<string, unknown> {
  const { code, severity, message, hint, file, line, column, path } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    file,
    line,
    column,
    path,
  };
}

// --- internal ---

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
