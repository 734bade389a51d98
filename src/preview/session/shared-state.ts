import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { errorCode } from '../../files/error-code.ts';
import type { LoadedSettings, OpenedPress, Settings } from '../../press/open-press.ts';
import { loadSettings, openPress } from '../../press/open-press.ts';
import type { Press } from '../../press/press.ts';
import { editorTemplates, chooseEditor } from '../../workspace/editor-template.ts';
import { readEnvironment } from '../../workspace/environment.ts';
import type { Publication } from '../../workspace/publication.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ShownDiagnostic } from '../model.ts';
import { withTargets } from './concerns.ts';
import { showDiagnostics, showUserError } from './show-diagnostics.ts';

/** What all issues of a workspace share: config, theme, environment. */
export interface SharedState {
  /** What the config says; null while it has errors. */
  readonly publication: Publication | null;
  /** Null while config or theme have errors. */
  readonly press: Press | null;
  /** What the rules are told of config and theme; null while these have errors. */
  readonly settings: Settings | null;
  /** The last press that could be opened, or why it couldn't, by the hash of its settings. */
  readonly opened: { readonly hash: string; readonly press: OpenedPress } | null;
  /** The template of the addresses that open the author's editor. */
  readonly editor: string;
  /** The files of config and avatar, absolute. */
  readonly files: ReadonlySet<string>;
  readonly diagnostics: readonly ShownDiagnostic[];
}

/**
 * Reads config, theme and environment. A theme that is as it was `before` isn't compiled again.
 * Whatever stands in the way is a diagnostic.
 */
export async function loadShared(
  workspace: Workspace,
  env: Readonly<Record<string, string | undefined>>,
  before: SharedState | null,
): Promise<SharedState> {
  const environment = readEnvironment(workspace, env);
  const loaded = await orShown(() => loadSettings(workspace));
  const settings = loaded.ok ? loaded.value : noSettings;
  const { hash } = settings.settings ?? {};
  const opening = await orShown(() => open(settings, before));
  const opened = opening.ok ? opening.value : null;

  const editor = findEditor(environment.values, settings.publication);
  const found = [
    ...environment.diagnostics,
    ...editor.diagnostics,
    ...settings.diagnostics,
    ...(opened?.diagnostics ?? []),
  ];
  return {
    publication: settings.publication,
    press: opened?.press ?? null,
    settings: settings.settings,
    opened: opened === null || hash === undefined ? keptOf(before) : { hash, press: opened },
    editor: editor.template,
    files: withTargets(settings.files),
    diagnostics: [
      ...(loaded.ok ? [] : [loaded.shown]),
      ...(opening.ok ? [] : [opening.shown]),
      ...showDiagnostics(workspace, editor.template, found),
    ],
  };
}

/** Before anything was read. */
export const nothingShared: SharedState = {
  publication: null,
  press: null,
  settings: null,
  opened: null,
  editor: '',
  files: new Set(),
  diagnostics: [],
};

/** True when issues can be made of it. */
export function isSound(shared: SharedState): boolean {
  return shared.press !== null && !hasErrors(shared.diagnostics);
}

/** The result, or what stands in the way as a diagnostic. Anything else is a bug and thrown. */
export async function orShown<Value>(
  act: () => Promise<Value>,
): Promise<
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly shown: ShownDiagnostic }
> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, shown: showUserError(error) };
    const code = errorCode(error);
    if (code === null) throw error;
    const { path } = error as NodeJS.ErrnoException;
    const message = `${path ?? 'A file'} can't be read (${code}).`;
    const place = { file: '', line: null, column: null, path: '' };
    const seen = { excerpt: null, frame: null, editorUrl: null };
    return {
      ok: false,
      shown: { code: 'unreadable-source', severity: 'error', message, ...place, ...seen },
    };
  }
}

// --- internal ---

const noSettings: LoadedSettings = {
  settings: null,
  publication: null,
  files: [],
  diagnostics: [],
};

function keptOf(before: SharedState | null): SharedState['opened'] {
  return before?.opened ?? null;
}

async function open(
  { settings }: LoadedSettings,
  before: SharedState | null,
): Promise<OpenedPress | null> {
  if (settings === null) return null;
  const kept = keptOf(before);
  return kept?.hash === settings.hash ? kept.press : openPress(settings);
}

/** The environment's editor over the config's, which was checked with it. */
function findEditor(
  values: Readonly<Record<string, string>>,
  publication: Publication | null,
): { readonly template: string; readonly diagnostics: readonly Diagnostic[] } {
  const configured = chooseEditor(publication?.preview?.editor ?? 'vscode');
  const template = configured.ok ? configured.template : editorTemplates.vscode;
  const text = values['GALLEY_EDITOR']?.trim() ?? '';
  if (text === '') return { template, diagnostics: [] };
  const chosen = chooseEditor(text);
  if (chosen.ok) return { template: chosen.template, diagnostics: [] };
  const problem = {
    // It opens another editor, which is no reason to show no letter.
    code: 'invalid-value' as const,
    severity: 'warning' as const,
    message: `GALLEY_EDITOR ${chosen.why}.`,
    hint: chosen.hint,
  };
  const place = { file: '', line: null, column: null, endColumn: null, path: '' };
  return { template, diagnostics: [{ ...problem, ...place }] };
}
