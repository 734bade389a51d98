import type { Diagnostic } from './diagnostic.ts';
import { printable } from './printable.ts';

/**
 * A diagnostic as an annotation in GitHub Actions: a workflow command on one line
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). `folder` is
 * where the workspace lies in the repository, with a slash behind it; empty for its root.
 */
export function formatGithub(diagnostic: Diagnostic, folder = ''): string {
  const { severity, file, line, column, endColumn, code, message, hint } = diagnostic;
  const place =
    line === null ? {} : { line, col: column ?? 1, endColumn: endColumn ?? column ?? 1 };
  const properties = Object.entries({ file: `${folder}${file}`, ...place, title: code })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const told = [message, ...(hint === undefined ? [] : [hint])].map(printable).join('\n');
  return `::${severity} ${properties}::${escapeText(told)}`;
}

// --- internal ---

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
