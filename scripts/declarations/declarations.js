// Makes dist/index.d.ts: all types of the library in one file that needs no other package.
import { apiTypes, commentOf, exportsOfIndex } from './api-types.js';
import { loadSchemas } from './load-schemas.js';
import { schemaTypes } from './schema-types.js';

/** The declarations of what `import … from 'galley'` gives. */
export async function declarations() {
  const schemas = await loadSchemas();
  const { types, builders } = schemaTypes(schemas);
  const made = new Map([
    ...[...types].map(([name, text]) => [name, withComment(name, text)]),
    ...[...kindNames].map(([name, field]) => [name, kindType(name, schemas[field])]),
    ...codeTypes(schemas),
    ...[...builders].map(([name, signature]) => {
      return [name, `${commentOf('issue/builders.ts', name)}declare function ${name}${signature};`];
    }),
  ]);
  const api = apiTypes(new Set(made.keys()));
  const exported = new Set([...exportsOfIndex().map(({ name }) => name), ...types.keys()]);
  const all = [...api, ...made].map(([name, text]) => (exported.has(name) ? exportIt(text) : text));
  return [HEAD, ...all, 'export {};\n'].join('\n\n');
}

// --- internal ---

const HEAD = '// Made from the sources by scripts/declarations.js.';

const kindNames = new Map([
  ['SectionKind', 'sectionSchemas'],
  ['BlockKind', 'blockSchemas'],
]);

const comments = {
  Issue: 'A validated issue: what has a default is there.',
  IssueInput: 'An issue as an author writes it: what has a default may be left out.',
  Publication: 'A validated config: what has a default is there.',
  PublicationInput: 'The config as an author writes it.',
  Section: 'A part of an issue, of one kind.',
  SectionInput: 'A part of an issue as an author writes it.',
  Block: 'A rich piece between the paragraphs of a body.',
  Body: 'Markdown, or a list of Markdown texts and blocks.',
  Item: 'A linked entry.',
  Interlude: 'A line between items.',
  LinkCard: 'A card of a `links` block.',
  Author: 'Who writes the newsletter.',
  Mailbox: 'A name and a mail address.',
  Unsubscribe: 'How a reader leaves.',
  ThemeChoice: 'The name of a theme, and the design tokens to change in it.',
};

function withComment(name, text) {
  const comment = comments[name];
  return comment === undefined ? text : `/** ${comment} */\n${text}`;
}

function kindType(name, schemas) {
  return `type ${name} = ${union(Object.keys(schemas))};`;
}

function codeTypes({ diagnosticCodes, ruleCodes, ignoreCodes, userErrorCodes }) {
  const codes = Object.keys({ ...diagnosticCodes, ...ruleCodes, ...ignoreCodes });
  const hint = 'Codes are permanent, but new versions of Galley add some.';
  return [
    [
      'DiagnosticCode',
      `/** What a diagnostic is about. ${hint} */\ntype DiagnosticCode = ${union(codes)};`,
    ],
    [
      'UserErrorCode',
      `/** What a UserError is about. ${hint} */\ntype UserErrorCode = ${union(Object.keys(userErrorCodes))};`,
    ],
  ];
}

function union(values) {
  return values.map((value) => JSON.stringify(value)).join(' | ');
}

/** Puts `export` before each declaration of a text, behind its comment. */
function exportIt(text) {
  return text.replace(/^(?:declare )?(interface|type|function|class|const) /gm, (_, keyword) => {
    const declared = keyword === 'function' || keyword === 'class' || keyword === 'const';
    return `export ${declared ? 'declare ' : ''}${keyword} `;
  });
}
