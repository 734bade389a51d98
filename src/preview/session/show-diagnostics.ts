import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { codeFrame } from '../../diagnostics/frame.ts';
import type { UserError } from '../../diagnostics/user-error.ts';
import { readText } from '../../source/read-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ShownDiagnostic } from '../model.ts';
import { editorUrl } from './editor-url.ts';

/** Gives diagnostics the frames and links by which a person reads them in the browser. */
export function showDiagnostics(
  workspace: Workspace,
  editor: string,
  diagnostics: readonly Diagnostic[],
): readonly ShownDiagnostic[] {
  const texts = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const read = readText(resolve(workspace.root, file));
    const text = read.ok ? read.text : null;
    texts.set(file, text);
    return text;
  };
  return diagnostics.map((diagnostic, index) => {
    const { code, severity, message, hint, file, line, column, path } = diagnostic;
    const shown = { code, severity, message, hint, file, line, column, path };
    const seen = index < maxFrames ? lookAt(diagnostic, textOf) : nothingSeen;
    return linkEditor(workspace, editor, { ...shown, ...seen, editorUrl: null });
  });
}

/** The same diagnostic with a link to another editor. */
export function linkEditor(
  workspace: Workspace,
  editor: string,
  shown: ShownDiagnostic,
): ShownDiagnostic {
  if (shown.file === '') return shown;
  const file = resolve(workspace.root, shown.file);
  return { ...shown, editorUrl: editorUrl(editor, file, shown) };
}

/** A wrong environment among the diagnostics: it has neither file nor place. */
export function showUserError({ code, message, hint }: UserError): ShownDiagnostic {
  const place = { file: '', line: null, column: null, path: '' };
  return { code, severity: 'error', message, hint, ...place, ...nothingSeen, editorUrl: null };
}

// --- internal ---

/** Nobody reads more, and each takes its time. */
const maxFrames = 100;

/** More of a line is no excerpt any more. */
const longestExcerpt = 500;

const nothingSeen = { excerpt: null, frame: null };

function lookAt(
  { file, line, column, endColumn }: Diagnostic,
  textOf: (file: string) => string | null,
): Pick<ShownDiagnostic, 'excerpt' | 'frame'> {
  if (line === null || column === null) return nothingSeen;
  const text = textOf(file);
  if (text === null) return nothingSeen;
  const frame = codeFrame(text, { line, column, endColumn: endColumn ?? column + 1 });
  const written = endColumn === null ? '' : lineOf(text, line).slice(column - 1, endColumn - 1);
  const isExcerpt = written !== '' && written.length <= longestExcerpt;
  return { excerpt: isExcerpt ? written : null, frame };
}

function lineOf(text: string, line: number): string {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[line - 1] ?? '';
}
