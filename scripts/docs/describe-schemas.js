import { nameSchemas } from '../declarations/name-schemas.js';

/** The reference of an issue: every field of every section and block, from the schema. */
export function describeIssue(schemas) {
  const { describe, describeKinds } = createDescriber(schemas);
  const { issueSchema, sectionSchemas, blockSchemas } = schemas;
  return page('An issue, field by field', [
    'What an issue may say, in TypeScript, YAML and JSON alike. [Writing an issue](../writing.md) explains how it goes together.',
    describe(issueSchema),
    '## Sections',
    'In TypeScript, each kind has a builder that takes these fields: `workingOn({ … })` for `working-on`.',
    ...describeKinds(sectionSchemas),
    '## Parts of sections',
    ...['Item', 'Interlude', 'Body'].map((name) => describe(name)),
    '## Blocks',
    'A block stands between the paragraphs of a body. In TypeScript, each kind has a builder of its name.',
    ...describeKinds(blockSchemas),
    describe('LinkCard'),
  ]);
}

/** The reference of the config. */
export function describeConfig(schemas) {
  const { describe } = createDescriber(schemas);
  const parts = ['Author', 'AuthorLink', 'Mailbox', 'Unsubscribe', 'ThemeChoice'];
  return page('The config, field by field', [
    'What `newsletter.config.ts` (or `.yaml`, `.yml`, `.json`) may say. [Configuration](../configuration.md) explains the rest.',
    describe(schemas.publicationSchema),
    ...[...parts, 'PreviewSettings', 'CheckSettings'].map((name) => describe(name)),
    'The rules are in [what `galley check` looks at](../checks.md).',
  ]);
}

// --- internal ---

function page(title, parts) {
  const note = '<!-- Made by `npm run docs` from the schemas in src: change it there. -->';
  return [note, `# ${title}`, ...parts].join('\n\n');
}

function createDescriber(schemas) {
  const names = nameSchemas(schemas);
  const words = new Map([
    [schemas.line, 'text on one line'],
    [schemas.mailboxName, 'text on one line'],
    [schemas.markdown, 'Markdown'],
    [schemas.link, 'address: http, https or mailto'],
    [schemas.webUrl, 'address: http or https'],
    [schemas.headerUrl, 'address: http or https'],
    [schemas.imageSource, 'picture: a path or an https address'],
    [schemas.emailAddress, 'mail address'],
    [schemas.date, 'date, YYYY-MM-DD'],
    [schemas.languageTag, 'language tag'],
  ]);
  const say = (schema) => {
    const name = names.get(schema);
    if (name === 'Section') return '[sections](#sections)';
    if (name === 'Block') return '[blocks](#blocks)';
    if (name === 'RuleSettings') return 'a severity for each [rule](../checks.md)';
    if (name !== undefined) return `[${spaced(name)}](#${name.toLowerCase()})`;
    return words.get(schema) ?? sayType(schema);
  };

  const sayType = (schema) => {
    const { def } = schema._zod;
    switch (def.type) {
      case 'literal':
        return def.values.map((value) => `\`${value}\``).join(' or ');
      case 'enum':
        return Object.values(def.entries)
          .map((value) => `\`${value}\``)
          .join(', ');
      case 'union':
        return def.options.map(say).join(', or ');
      case 'array':
        return `list of: ${say(def.element)}`;
      case 'optional':
      case 'default':
        return say(def.innerType);
      case 'number':
      case 'int':
        return sayNumber(schema);
      case 'boolean':
        return '`true` or `false`';
      case 'string':
        return 'text';
      default:
        throw new Error(`There are no words here for a schema of ${def.type}.`);
    }
  };

  const row = ([name, field], doc = []) => {
    const { type, defaultValue } = field._zod.def;
    const [description = '', ...examples] = doc;
    const told = /left out|; else /.test(description);
    const usual = defaultValue === undefined || told ? '' : ` If left out: ${code(defaultValue)}.`;
    const shown = examples.length === 0 ? '' : ` Such as ${examples.map(code).join(', ')}.`;
    const needed = type === 'optional' || type === 'default' ? '' : '**needed** · ';
    return `| \`${name}\` | ${needed}${say(field)} | ${escape(description + usual + shown)} |`;
  };

  const table = (schema) => {
    const docs = schemas.schemaFacts.get(schema)?.fields ?? {};
    const { shape } = schema._zod.def;
    const fields = Object.entries(shape).filter(([name]) => name !== 'kind');
    return [
      '| field | what it takes | what it is |',
      '| --- | --- | --- |',
      ...fields.map((field) => row(field, docs[field[0]])),
    ].join('\n');
  };

  const describe = (given) => {
    const schema = typeof given === 'string' ? byName(names, given) : given;
    const name = names.get(schema);
    const heading = name === 'Issue' || name === 'Publication' ? [] : [`### ${name}`];
    if (schema._zod.def.type !== 'object') return [...heading, `${sayType(schema)}.`].join('\n\n');
    return [...heading, table(schema)].join('\n\n');
  };

  const describeKinds = (group) =>
    Object.entries(group).flatMap(([kind, schema]) => {
      const [about] = schemas.schemaFacts.get(schema)?.fields?.kind ?? [];
      return [`### \`${kind}\``, about, table(schema)];
    });
  return { describe, describeKinds };
}

function byName(names, wanted) {
  const found = [...names].find(([, name]) => name === wanted);
  if (found === undefined) throw new Error(`No schema is called ${wanted}.`);
  return found[0];
}

/** `LinkCard` as it is said: `link card`. */
function spaced(name) {
  return name.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
}

function sayNumber(schema) {
  const checks = (schema._zod.def.checks ?? []).map((check) => check._zod.def);
  const minimum = checks.find(({ check }) => check === 'greater_than')?.value;
  const maximum = checks.find(({ check }) => check === 'less_than')?.value;
  const from = minimum === undefined ? '' : ` from ${minimum}`;
  const to = maximum === undefined ? '' : ` to ${maximum}`;
  return `whole number${from}${to}`;
}

function code(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.includes('`') ? text : `\`${text}\``;
}

/** A row of a table ends at a line break, a cell at a bar. */
function escape(text) {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
