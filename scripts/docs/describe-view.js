import { readFileSync } from 'node:fs';
import { parse } from '@babel/parser';

const source = new URL('../../src/render/view-schema.ts', import.meta.url);

/** The reference of what a template sees: every value, with the comments of the view's schema. */
export function describeView() {
  const shapes = readShapes();
  const { view, ...parts } = shapes;
  return [
    '<!-- Made by `npm run docs` from src/render/view-schema.ts: change it there. -->',
    '# What a template sees',
    '[Theming](../theming.md) explains how a template is written. A value is **text**, which `{{ }}` escapes; **HTML**, which only `{{{ }}}` prints as it is; a number; true or false; a list for `{{#each}}`; or has fields of its own. One that is _or absent_ needs an `{{#if}}` around it, or a `{{#with}}`. A `path` is for `data-path`.',
    '## The letter',
    table(view.shape),
    '## Its parts',
    ...Object.entries(parts).flatMap(([name, { about, shape }]) => [
      `### ${name}`,
      about,
      table(shape),
    ]),
  ].join('\n\n');
}

// --- internal ---

/** Every object that has a name in the source, with the comment over it. */
function readShapes() {
  const { program } = parse(readFileSync(source, 'utf8'), {
    sourceType: 'module',
    plugins: ['typescript'],
  });
  const shapes = {};
  for (const statement of program.body) {
    const [declared] = (statement.declaration ?? statement).declarations ?? [];
    if (!isObject(declared?.init)) continue;
    const name = declared.id.name.replace(/Schema$/, '');
    shapes[name] = { about: commentOf(statement), shape: declared.init.arguments[0] };
  }
  return shapes;
}

function table(shape) {
  const rows = rowsOf(shape, '').map(
    ({ name, says, about }) => `| \`${name}\` | ${says} | ${about.replaceAll('|', '\\|')} |`,
  );
  return ['| value | is | |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Objects without a name are told right here, field by field. */
function rowsOf(shape, before) {
  return shape.properties.flatMap((property) => {
    const name = before + property.key.name;
    const { says, inner } = tell(property.value);
    const row = { name, says, about: commentOf(property) };
    return inner === null ? [row] : [row, ...rowsOf(inner.shape, `${name}${inner.step}`)];
  });
}

/** What a schema says in words, and the fields to follow if it is an object without a name. */
function tell(schema) {
  if (schema.type === 'Identifier')
    return { says: words[schema.name] ?? link(schema.name), inner: null };
  if (isObject(schema)) return { says: 'fields', inner: { shape: schema.arguments[0], step: '.' } };
  const callee = schema.callee.property?.name ?? schema.callee.name;
  if (callee === 'boolean') return { says: 'true or false', inner: null };
  const { says, inner } = tell(schema.arguments[0]);
  if (callee === 'nullable') return { says: `${says}, or absent`, inner };
  if (callee !== 'list') throw new Error(`There are no words here for a schema of ${callee}.`);
  return { says: `list of ${says}`, inner: inner && { ...inner, step: '[].' } };
}

const words = { text: 'text', html: 'HTML', number: 'number', path: 'text' };

function link(name) {
  return `[${name}](#${name.toLowerCase()})`;
}

function isObject(node) {
  return node?.type === 'CallExpression' && node.callee.property?.name === 'object';
}

/** The comment before a node, in one line. */
function commentOf({ leadingComments = [] }) {
  const [comment] = leadingComments.filter(({ value }) => value.startsWith('*'));
  return (comment?.value ?? '').replace(/\s*\n?\s*\*\s*/g, ' ').trim();
}
