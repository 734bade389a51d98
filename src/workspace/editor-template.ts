import { suggestionHint } from '../diagnostics/suggest.ts';

/** The editors that are known by name, each with the address that opens a file in it. */
export const editorTemplates = {
  vscode: 'vscode://file{file}:{line}:{column}',
  'vscode-insiders': 'vscode-insiders://file{file}:{line}:{column}',
  vscodium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  windsurf: 'windsurf://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
  phpstorm: 'phpstorm://open?file={file}&line={line}&column={column}',
  // Sublime Text takes no address by itself: this is the form of the handlers made for it.
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{file}&line={line}&column={column}',
  macvim: 'mvim://open?url=file://{file}&line={line}&column={column}',
} as const;

export type ChosenEditor =
  | { readonly ok: true; readonly template: string }
  /** `why` completes the sentence "The field … ". */
  | { readonly ok: false; readonly why: string; readonly hint: string };

/** Finds the address template of an editor, given by name or as a template of its own. */
export function chooseEditor(text: string): ChosenEditor {
  const known = Object.entries(editorTemplates).find(([name]) => name === text);
  if (known !== undefined) return { ok: true, template: known[1] };
  const shown = `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
  const refuse = (why: string, hint: string): ChosenEditor => {
    return { ok: false, why: `is ${shown}, which ${why}`, hint };
  };

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const hint = suggestionHint(text, Object.keys(editorTemplates));
    return refuse('is no editor known here', `${hint} ${orTemplate}`);
  }
  if (notEditors.test(scheme)) return refuse(`opens no editor: it is a ${scheme}: address`, write);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return refuse('has no // after its scheme', write);
  const rest = text.replace(/\{(?:file|line|column)\}/g, '');
  if (/[\s\p{Cc}\p{Cf}"'<>\\^`|{}]/u.test(rest)) {
    return refuse('has a character that no address may have', write);
  }
  if (!text.includes('{file}')) return refuse('does not say where the {file} goes', write);
  return { ok: true, template: text };
}

// --- internal ---

/** What a browser follows itself, or hands to something that is no editor. */
const notEditors =
  /^(?:https?|wss?|ftps?|file|data|blob|about|javascript|vbscript|mailto|tel|sms|ssh|sftp|smb|filesystem|view-source|chrome.*|moz-.*|edge|ms-.*|search.*|shell|res|ldap)$/;

const write = 'Write it like myeditor://open?file={file}&line={line}&column={column}.';
const orTemplate = 'Or write an address such as myeditor://open?file={file}&line={line}.';
