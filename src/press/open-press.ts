import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { createDiskStore } from '../files/disk-store.ts';
import type { DiskStore } from '../files/disk-store.ts';
import { sha256 } from '../files/hash.ts';
import type { Highlighter } from '../highlight/highlight-code.ts';
import { createHighlighter } from '../highlight/highlight-code.ts';
import * as builders from '../issue/builders.ts';
import type { LocalPicture } from '../issue/pictures.ts';
import { isRemote, readPictures } from '../issue/pictures.ts';
import type { ReadOptions, Source } from '../source/source.ts';
import { build } from '../version.ts';
import { defineConfig } from '../workspace/define-config.ts';
import type { LoadedPublication } from '../workspace/load-publication.ts';
import { loadPublication } from '../workspace/load-publication.ts';
import { placeProblems } from '../workspace/place-problems.ts';
import type { Publication } from '../workspace/publication.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { builtinTheme } from './builtin-theme.ts';
import type { Theme } from './load-theme.ts';
import { loadTheme } from './load-theme.ts';
import type { Press } from './press.ts';

/** What all issues of a workspace share, read but not yet compiled. */
export interface Settings {
  readonly workspace: Workspace;
  readonly publication: Publication;
  /** The way to the place of a field in the config. */
  readonly config: Source;
  readonly theme: Theme;
  readonly avatar: LocalPicture | null;
  readonly store: DiskStore;
  readonly highlight: Highlighter;
  readonly readOptions: ReadOptions;
  /** A hash of everything here: an issue built with other settings is built again. */
  readonly hash: string;
}

/** How many entries of the cache are kept: each edit of a source leaves some behind. */
export const cacheEntries = 3000;

export interface LoadedSettings {
  /** Null when there are errors. */
  readonly settings: Settings | null;
  /** What the config says, also when theme or avatar have errors. */
  readonly publication: Publication | null;
  /** Every file of config and avatar, absolute; the theme's are all in `templates/`. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads config and theme. Cheap: nothing that renders is loaded. */
export async function loadSettings(workspace: Workspace): Promise<LoadedSettings> {
  const store = createDiskStore(workspace.cacheDir, { ignoreFolder: workspace.stateDir });
  const readOptions = { modules: { galley: { ...builders, defineConfig } }, cache: store };
  const config = await loadPublication(workspace, readOptions);
  const { publication, files: configFiles } = config;
  if (publication === null) {
    const { diagnostics } = config;
    return { settings: null, publication, files: configFiles, diagnostics };
  }
  const loaded = await loadTheme(workspace, config, builtinTheme(), readOptions);
  const avatar = await loadAvatar(workspace, config, publication);
  const diagnostics = [...config.diagnostics, ...loaded.diagnostics, ...avatar.diagnostics];
  const { theme } = loaded;
  const files = [...configFiles, ...avatar.files];
  if (theme === null || config.source === null || hasErrors(diagnostics)) {
    return { settings: null, publication, files, diagnostics };
  }
  const templates = [...theme.templates].map(([key, { text }]) => [key, text]);
  // The editor that the preview opens is no part of a letter, nor are the rules of the check.
  const printed = { ...publication, preview: undefined, check: undefined };
  const hash = sha256(
    JSON.stringify([build, printed, theme.tokens, templates, avatar.picture?.image.hash16]),
  );
  const complete = {
    workspace,
    publication,
    config: config.source,
    theme,
    avatar: avatar.picture,
    store,
    highlight: createHighlighter(store),
    readOptions,
    hash,
  };
  return { settings: complete, publication, files, diagnostics };
}

export interface OpenedPress {
  /** Null when the theme has errors. */
  readonly press: Press | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the press ready: takes the compiled theme from the cache, or compiles it. */
export async function openPress(settings: Settings): Promise<OpenedPress> {
  const { workspace, publication, theme, store, highlight, readOptions, avatar } = settings;
  const { compileTheme, createMarkdownParser } = await import('./printing.ts');
  const { program, diagnostics } = await compileTheme(workspace, theme, store);
  if (program === null) return { press: null, diagnostics };
  const parser = createMarkdownParser({
    language: publication.language,
    smart: publication.typography,
  });
  const { tokens } = theme;
  const shared = { workspace, publication, theme, tokens, store, highlight, readOptions, avatar };
  return { press: { ...shared, program, parser }, diagnostics };
}

// --- internal ---

async function loadAvatar(
  workspace: Workspace,
  config: LoadedPublication,
  { author }: Publication,
): Promise<{
  picture: LocalPicture | null;
  files: readonly string[];
  diagnostics: readonly Diagnostic[];
}> {
  const { avatar } = author;
  if (avatar === undefined || isRemote(avatar) || config.source === null) {
    return { picture: null, files: [], diagnostics: [] };
  }
  const field = { path: ['author', 'avatar'], text: avatar };
  const read = await readPictures(workspace.root, join(workspace.root, 'config'), [field]);
  const diagnostics = await placeProblems(workspace, config.source, read.problems);
  return { picture: read.pictures.get(avatar) ?? null, files: read.files, diagnostics };
}
