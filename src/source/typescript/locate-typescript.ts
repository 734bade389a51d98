import type { Bundle } from './bundle.ts';
import { jsonNode } from '../json/json-node.ts';
import { parseJson } from '../json/parse-json.ts';
import { parseTypeScript } from './parse-typescript.ts';
import type { SourceNode } from '../source-node.ts';
import { startOfFile } from '../stretch.ts';
import type { TypeScriptModule } from './typescript-ast.ts';
import { NO_LOCALS } from './typescript-context.ts';
import { expressionNode, meaningNode } from './typescript-node.ts';
import { createScope } from './typescript-scope.ts';

/** The node of a file's default export, which may lead into the files it imports; null without one. */
export function findDefaultExport(
  file: string,
  { texts, imports }: Pick<Bundle, 'texts' | 'imports'>,
): SourceNode | null {
  const modules = new Map<string, TypeScriptModule | null>();
  const open = (path: string): TypeScriptModule | null => {
    let module = modules.get(path);
    if (module === undefined) {
      module = parseTypeScript(path, texts.get(path) ?? '');
      modules.set(path, module);
    }
    return module;
  };
  const openData = (path: string): SourceNode | null => {
    const text = texts.get(path) ?? '';
    const { root } = parseJson(text);
    return root === null ? null : jsonNode(path, text, root);
  };
  const scope = createScope({
    open,
    follow: (from, specifier) => imports.get(from)?.get(specifier) ?? null,
  });

  const module = open(file);
  const meaning = scope.resolveExport(file, 'default');
  if (module === null || meaning === null) return null;
  const context = {
    module,
    scope,
    locals: NO_LOCALS,
    depth: 0,
    nodeOf: expressionNode,
    openData,
  };
  return meaningNode(meaning, startOfFile(file, module.text), context);
}
