import { readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { writeFiles } from './galley.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** What an editor shows of a file of a workspace. */
export interface Editor {
  /** The problems of a file: `line: message`, the first row of each. */
  readonly problemsOf: (path: string, text: string) => readonly string[];
  /** What hovering over the mark `|` shows: the type and the documentation. */
  readonly hover: (path: string, text: string) => { type: string; docs: string };
  /** What is suggested at the mark `|`. */
  readonly complete: (path: string, text: string) => readonly string[];
}

/**
 * Opens a folder as an editor does that knows TypeScript: with the declarations of the built package,
 * in a workspace that has nothing else installed.
 */
export async function openEditor(
  folder: string,
  options: ts.CompilerOptions = {},
): Promise<Editor> {
  const installed = join(folder, 'node_modules', 'galley');
  await mkdir(join(installed, 'dist'), { recursive: true });
  for (const file of ['package.json', 'dist/index.d.ts', 'dist/index.js']) {
    await cp(join(repository, file), join(installed, file));
  }
  await writeFiles(folder, { 'package.json': '{ "type": "module" }' });
  const open = new Map<string, string>();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2022.d.ts'],
      types: [],
      ...options,
    }),
    getScriptFileNames: () => [...open.keys()],
    getScriptVersion: () => String(version),
    getScriptSnapshot: (file) => {
      const text = open.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => open.has(file) || ts.sys.fileExists(file),
    readFile: (file) => open.get(file) ?? ts.sys.readFile(file),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => readdirSync(path),
    realpath: (path) => path,
  });
  const show = (path: string, text: string) => {
    const file = join(folder, path);
    const at = text.indexOf('|');
    open.clear();
    open.set(file, at === -1 ? text : text.slice(0, at) + text.slice(at + 1));
    version += 1;
    return { file, at };
  };
  return {
    problemsOf(path, text) {
      const { file } = show(path, text);
      const found = [
        ...service.getSyntacticDiagnostics(file),
        ...service.getSemanticDiagnostics(file),
      ];
      return found.map(({ start = 0, messageText }) => {
        const line = text.slice(0, start).split('\n').length;
        return `${line}: ${deepest(messageText)}`;
      });
    },
    hover(path, text) {
      const { file, at } = show(path, text);
      const info = service.getQuickInfoAtPosition(file, at);
      const tags = (info?.tags ?? []).map(({ name, text: parts }) => {
        return `@${name} ${ts.displayPartsToString(parts)}`;
      });
      return {
        type: ts.displayPartsToString(info?.displayParts),
        docs: [ts.displayPartsToString(info?.documentation), ...tags].join('\n'),
      };
    },
    complete(path, text) {
      const { file, at } = show(path, text);
      const found = service.getCompletionsAtPosition(file, at, undefined);
      return (found?.entries ?? []).map(({ name }) => name);
    },
  };
}

/** Every field of every interface in a file of declarations that has no documentation. */
export function undocumentedFields(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ name, members }) =>
      members
        .filter(
          (member) => member.name !== undefined && ts.getJSDocCommentsAndTags(member).length === 0,
        )
        .map((member) => `${name.text}.${member.name?.getText() ?? ''}`),
    );
}

// --- internal ---

/** What a message comes down to. */
function deepest(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === 'string') return message;
  const [next] = message.next ?? [];
  return next === undefined ? message.messageText : deepest(next);
}
