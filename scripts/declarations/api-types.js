import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * The declarations of what `src/index.ts` exports and of the types these need, taken from the
 * sources with their comments. No type is worked out: what is public says its types itself.
 *
 * @param {ReadonlySet<string>} made names that are declared already
 * @returns {Map<string, string>} from the name to its declaration, without `export`
 */
export function apiTypes(made) {
  const files = new Map();
  const owners = new Map();
  const declared = new Map();
  const add = (path, name) => {
    if (made.has(name) || owners.get(name) === path) return;
    if (owners.has(name)) throw new Error(`${owners.get(name)} and ${path} both declare ${name}.`);
    owners.set(name, path);
    if (!files.has(path)) files.set(path, readFile(path));
    const { imports, statements, text } = files.get(path);
    const statement = statements.get(name);
    if (statement === undefined) throw new Error(`${path} does not declare ${name}.`);
    declared.set(name, docOf(statement, text) + declare(statement.declaration, text));
    for (const used of usesOf(statement.declaration)) {
      if (imports.has(used)) add(imports.get(used), used);
      else if (statements.has(used)) add(path, used);
      else if (!GLOBALS.has(used)) throw new Error(`${path} uses ${used}, which is unknown here.`);
    }
  };
  for (const { name, path } of exportsOfIndex()) add(path, name);
  return declared;
}

/** What `src/index.ts` exports: each name with the file that declares it, relative to `src`. */
export function exportsOfIndex() {
  const { body } = readFile('index.ts');
  return body
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ specifiers, source }) =>
      specifiers.map(({ exported }) => ({ name: exported.name, path: join(source.value) })),
    );
}

/** The comment before an exported declaration in a source. */
export function commentOf(path, name) {
  const { statements, text } = readFile(path);
  return docOf(statements.get(name), text);
}

// --- internal ---

/** What TypeScript itself brings along, whatever else is installed. */
const GLOBALS = new Set(['Promise', 'Uint8Array', 'Error', 'ErrorOptions']);

function readFile(path) {
  const text = readFileSync(join(src, path), 'utf8');
  const { body } = parse(text, { sourceType: 'module', plugins: ['typescript'] }).program;
  const imports = new Map(
    body
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap(({ specifiers, source }) =>
        specifiers
          .filter(({ imported, local }) => imported?.name === local.name)
          .map(({ local }) => [local.name, join(dirname(path), source.value)]),
      ),
  );
  const exported = body.filter(({ declaration }) => declaration != null);
  const statements = new Map(
    exported.map((statement) => [nameOf(statement.declaration), statement]),
  );
  return { text, body, imports, statements };
}

function nameOf({ id, declarations }) {
  return (id ?? declarations[0].id).name;
}

function docOf({ leadingComments = [] }, text) {
  const doc = leadingComments.at(-1);
  return doc?.value.startsWith('*') ? `${text.slice(doc.start, doc.end)}\n` : '';
}

/** A declaration without what it does. */
function declare(node, text) {
  switch (node.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return text.slice(node.start, node.end);
    case 'FunctionDeclaration': {
      const result = text.slice(node.returnType.start, node.returnType.end);
      return `declare function ${node.id.name}${parameters(node, text)}${result};`;
    }
    case 'ClassDeclaration': {
      const head = text.slice(node.start, node.body.start);
      const members = node.body.body.map((member) => declareMember(member, text));
      return `declare ${head}{\n${members.join('\n')}\n}`;
    }
    default:
      throw new Error(`A ${node.type} can't be declared here.`);
  }
}

function declareMember(member, text) {
  const doc = docOf(member, text).replace(/^/, '  ');
  const code =
    member.type === 'ClassMethod'
      ? `${member.key.name}${parameters(member, text)};`
      : text.slice(member.start, member.end).replace(/^override /, '');
  return doc === '  ' ? `  ${code}` : `${doc}  ${code}`;
}

/** What has a default may be left out. */
function parameters({ params }, text) {
  const written = params.map((param) => {
    if (param.type !== 'AssignmentPattern') return text.slice(param.start, param.end);
    const { name, typeAnnotation } = param.left;
    return `${name}?${text.slice(typeAnnotation.start, typeAnnotation.end)}`;
  });
  return `(${written.join(', ')})`;
}

/** The names of types that a declaration mentions. */
function usesOf(node) {
  const used = new Set();
  const visit = (value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if (value.type === 'TSTypeReference') used.add(value.typeName.name);
    if (value.type === 'TSTypeQuery') throw new Error('A public type must not use typeof.');
    if (value.type === 'BlockStatement') return;
    if (value.type === 'ClassDeclaration' && value.superClass) used.add(value.superClass.name);
    for (const [key, part] of Object.entries(value)) if (!/Comments$/.test(key)) visit(part);
  };
  visit(node);
  return used;
}
