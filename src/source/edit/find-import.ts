import { parseTypeScript } from '../typescript/parse-typescript.ts';
import type { WrittenList } from './written-list.ts';

/** What a file imports by name from a module. */
export interface NamedImports {
  /** The names as the file uses them, `a` for `import { a }`; one that was renamed is not here. */
  readonly names: readonly string[];
  /** What stands between the braces, for a further one. */
  readonly list: WrittenList;
}

/** The first `import { … } from '<module>'` of a TypeScript file; null when there is none. */
export function findImport(file: string, text: string, module: string): NamedImports | null {
  const { body = [] } = parseTypeScript(file, text)?.program ?? {};
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== module) continue;
    if (statement.importKind === 'type') continue;
    const named = statement.specifiers.filter((one) => one.type === 'ImportSpecifier');
    const [first] = named;
    const last = named.at(-1);
    if (first === undefined || last === undefined) continue;
    const start = text.lastIndexOf('{', first.start ?? 0);
    const end = text.indexOf('}', last.end ?? 0) + 1;
    const members = named.map((one) => ({ start: one.start ?? 0, end: one.end ?? 0 }));
    const names = named.flatMap(({ local, imported }) => {
      return imported.type === 'Identifier' && imported.name === local.name ? [local.name] : [];
    });
    return { names, list: { format: 'typescript', isBlock: false, start, end, members } };
  }
  return null;
}
