import type { Expression, Statement, TypeScriptModule } from './typescript-ast.ts';

/** What a name stands for. */
export type Meaning =
  | {
      readonly kind: 'expression';
      readonly expression: Expression;
      readonly module: TypeScriptModule;
    }
  /** All that a module exports: `import * as links`. */
  | { readonly kind: 'namespace'; readonly file: string }
  /** A file of another format, such as JSON: its whole value. */
  | { readonly kind: 'data'; readonly file: string };

/** Finds what names mean, in their file and through local imports. */
export interface Scope {
  /** What a constant or an import of the module stands for; null for anything else. */
  resolveName(module: TypeScriptModule, name: string): Meaning | null;
  resolveExport(file: string, name: string): Meaning | null;
}

export function createScope(options: {
  /** Parses a file; null for one that is no TypeScript or JavaScript. */
  readonly open: (file: string) => TypeScriptModule | null;
  /** The local file that an import of a file leads to. */
  readonly follow: (file: string, specifier: string) => string | null;
}): Scope {
  const { open, follow } = options;

  function resolveName(module: TypeScriptModule, name: string): Meaning | null {
    for (const statement of module.program.body) {
      const expression = constantOf(statement, name);
      if (expression !== null) return { kind: 'expression', expression, module };
      if (statement.type !== 'ImportDeclaration') continue;
      const specifier = statement.specifiers.find(({ local }) => local.name === name);
      if (specifier === undefined) continue;
      const file = follow(module.file, statement.source.value);
      if (file === null) return null;
      if (specifier.type === 'ImportNamespaceSpecifier') return { kind: 'namespace', file };
      if (specifier.type === 'ImportDefaultSpecifier') return resolveExport(file, 'default');
      return resolveExport(file, nameOf(specifier.imported));
    }
    return null;
  }

  function resolveExport(file: string, name: string): Meaning | null {
    const module = open(file);
    if (module === null) return name === 'default' ? { kind: 'data', file } : null;
    for (const statement of module.program.body) {
      const meaning = exportOf(module, statement, name);
      if (meaning !== null) return meaning;
    }
    return null;
  }

  function exportOf(module: TypeScriptModule, statement: Statement, name: string): Meaning | null {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      return { kind: 'expression', expression: statement.declaration as Expression, module };
    }
    if (statement.type === 'ExportAllDeclaration' && name !== 'default') {
      const file = follow(module.file, statement.source.value);
      return file === null ? null : resolveExport(file, name);
    }
    if (statement.type !== 'ExportNamedDeclaration') return null;
    const expression = constantOf(statement, name);
    if (expression !== null) return { kind: 'expression', expression, module };
    for (const specifier of statement.specifiers) {
      if (nameOf(specifier.exported) !== name) continue;
      const from = statement.source?.value;
      const file = from === undefined ? null : follow(module.file, from);
      if (specifier.type === 'ExportNamespaceSpecifier') {
        return file === null ? null : { kind: 'namespace', file };
      }
      if (specifier.type !== 'ExportSpecifier') continue;
      const local = specifier.local.name;
      if (from === undefined) return resolveName(module, local);
      return file === null ? null : resolveExport(file, local);
    }
    return null;
  }

  return { resolveName, resolveExport };
}

// --- internal ---

/** The value of a constant that a statement declares. What may be assigned anew is not followed. */
function constantOf(statement: Statement, name: string): Expression | null {
  const declaration =
    statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return null;
  for (const { id, init } of declaration.declarations) {
    if (id.type === 'Identifier' && id.name === name) return init ?? null;
  }
  return null;
}

function nameOf(node: { readonly name: string } | { readonly value: string }): string {
  return 'name' in node ? node.name : node.value;
}
