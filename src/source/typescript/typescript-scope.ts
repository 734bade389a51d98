import type { Expression, Statement, TypeScriptModule } from './typescript-ast.ts';
import { bindingsOf } from './typescript-pattern.ts';

/** What a name stands for. */
export type Meaning =
  | {
      readonly kind: 'expression';
      /** A function that is declared counts as one too. */
      readonly expression: Expression;
      readonly module: TypeScriptModule;
      /** The name of the constant that has this value; null for a default export or a part of it. */
      readonly name: string | null;
      /** Where in the value it is found, of `const { blog: { url } } = links`. */
      readonly steps: readonly (string | number)[];
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
      const constant = constantOf(module, statement, name);
      if (constant !== null) return constant;
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
      const expression = statement.declaration as Expression;
      return { kind: 'expression', expression, module, name: null, steps: [] };
    }
    if (statement.type === 'ExportAllDeclaration' && name !== 'default') {
      const file = follow(module.file, statement.source.value);
      return file === null ? null : resolveExport(file, name);
    }
    if (statement.type !== 'ExportNamedDeclaration') return null;
    const constant = constantOf(module, statement, name);
    if (constant !== null) return constant;
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

/** What a statement declares under a name. What is assigned anew is not followed. */
function constantOf(module: TypeScriptModule, statement: Statement, name: string): Meaning | null {
  const isExport = statement.type === 'ExportNamedDeclaration';
  const declaration = isExport ? statement.declaration : statement;
  if (declaration?.type === 'FunctionDeclaration' && declaration.id?.name === name) {
    const expression = declaration as unknown as Expression;
    return { kind: 'expression', expression, module, name: null, steps: [] };
  }
  if (declaration?.type !== 'VariableDeclaration') return null;
  for (const { id, init } of declaration.declarations) {
    const binding = bindingsOf(id).find((one) => one.name === name);
    if (binding === undefined || init == null) continue;
    if (declaration.kind !== 'const' && isReassigned(module, name)) return null;
    const { steps } = binding;
    const named = steps.length === 0 ? name : null;
    return { kind: 'expression', expression: init, module, name: named, steps };
  }
  return null;
}

/** True when a name seems to be given a value more than once; text and comments count too. */
function isReassigned({ text }: TypeScriptModule, name: string): boolean {
  const word = name.replaceAll('$', '\\$');
  const given = `(?<![.\\w$])${word}(?::[^=;\\n]+)?\\s*(?:(?:[-+*/%&|^?<>]|\\*\\*|<<|>>)*=(?![=>])|\\+\\+|--)`;
  const stepped = `(?:\\+\\+|--)${word}(?![\\w$])`;
  return [...text.matchAll(new RegExp(`${given}|${stepped}`, 'g'))].length > 1;
}

function nameOf(node: { readonly name: string } | { readonly value: string }): string {
  return 'name' in node ? node.name : node.value;
}
