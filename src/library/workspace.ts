import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OpenedPress, Settings } from '../press/open-press.ts';
import type { Publication } from '../workspace/publication.ts';
import type { Workspace as Folders } from '../workspace/workspace.ts';

/**
 * A workspace as `loadWorkspace` found it: pass it to the other functions. Config and theme stay as
 * they were then; load the workspace again after a change. Issues are read anew at each call.
 */
export interface Workspace {
  /** The folder that holds `issues/`, as an absolute path. */
  readonly root: string;
  /** What the config says, with its defaults; null while it has errors. */
  readonly publication: Publication | null;
  /** What is wrong with config and theme. With an error among them, nothing can be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a loaded workspace knows beside what it shows. */
export interface Inner {
  readonly folders: Folders;
  /** Null when config or theme have errors. */
  readonly settings: Settings | null;
  /** Opens the press at the first call; null without settings. */
  readonly openPress: () => Promise<OpenedPress | null>;
}

/** Puts both into one value; what is inner isn't shown, spread or printed. */
export function joinWorkspace(shown: Workspace, inner: Inner): Workspace {
  return Object.freeze(Object.defineProperty({ ...shown }, key, { value: inner }));
}

/** The inside of what `loadWorkspace` gave. Throws a TypeError for anything else. */
export function innerOf(workspace: Workspace): Inner {
  const inner = (workspace as Partial<Record<typeof key, Inner>>)[key];
  if (inner === undefined) throw new TypeError('This is no workspace: call loadWorkspace(dir).');
  return inner;
}

// --- internal ---

const key = Symbol('galley.workspace');
