/** `working-on` as the start of a type's name: `WorkingOn`. */
export function pascalCase(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Names the schemas that get a type of their own: a map from schema to name. */
export function nameSchemas({ issueSchema, sectionSchemas, blockSchemas, publicationSchema }) {
  const names = new Map([
    [issueSchema, 'Issue'],
    [publicationSchema, 'Publication'],
  ]);
  for (const [kind, schema] of Object.entries(blockSchemas)) {
    names.set(schema, `${pascalCase(kind)}Block`);
  }
  for (const [kind, schema] of Object.entries(sectionSchemas)) {
    names.set(schema, `${pascalCase(kind)}Section`);
  }
  const section = inner(field(issueSchema, 'sections'));
  const body = field(sectionSchemas.intro, 'body');
  const [, bodyList] = body._zod.def.options;
  const [item, interlude] = inner(field(sectionSchemas.reading, 'items'))._zod.def.options;
  const author = field(publicationSchema, 'author');
  const check = inner(field(publicationSchema, 'check'));
  return new Map([
    ...names,
    [section, 'Section'],
    [body, 'Body'],
    [inner(bodyList)._zod.def.options[1], 'Block'],
    [item, 'Item'],
    [interlude, 'Interlude'],
    [inner(field(blockSchemas.links, 'cards')), 'LinkCard'],
    [author, 'Author'],
    [inner(inner(field(author, 'links'))), 'AuthorLink'],
    [field(publicationSchema, 'from'), 'Mailbox'],
    [inner(field(publicationSchema, 'unsubscribe')), 'Unsubscribe'],
    [inner(field(publicationSchema, 'preview')), 'PreviewSettings'],
    [check, 'CheckSettings'],
    [inner(field(check, 'rules')), 'RuleSettings'],
    [inner(field(publicationSchema, 'theme')), 'ThemeChoice'],
  ]);
}

// --- internal ---

function field(schema, name) {
  const found = schema._zod.def.shape[name];
  if (found === undefined) throw new Error(`The schema has no field ${name} any more.`);
  return found;
}

/** What an optional field or a list holds. */
function inner(schema) {
  const { innerType, element } = schema._zod.def;
  return innerType ?? element;
}
