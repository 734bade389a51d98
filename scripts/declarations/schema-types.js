import { formatDoc } from './format-doc.js';
import { nameSchemas, pascalCase } from './name-schemas.js';

/**
 * The types of issue and publication as TypeScript, with what the schemas say of each field. A type
 * in which something has a default is there twice: as it is written (`…Input`) and as it is read.
 */
export function schemaTypes(schemas) {
  const { sectionSchemas, blockSchemas, schemaFacts } = schemas;
  const names = nameSchemas(schemas);
  const kinds = new Set([...Object.values(sectionSchemas), ...Object.values(blockSchemas)]);
  const write = createWriter(names, schemaFacts);
  const declared = new Map();
  for (const [schema, name] of names) {
    for (const io of differs(schema) ? ['input', 'output'] : ['input']) {
      const typeName = write.nameOf(schema, io) ?? name;
      declared.set(typeName, write.declare(schema, typeName, io, kinds.has(schema)));
    }
  }
  const builders = [...Object.entries(sectionSchemas), ...Object.entries(blockSchemas)];
  return {
    /** From the name of a type to its declaration. */
    types: declared,
    /** From the name of a builder to its signature. */
    builders: new Map(
      builders.map(([kind, schema]) => {
        const name = pascalCase(kind).replace(/^./, (letter) => letter.toLowerCase());
        const result = write.nameOf(schema, 'input');
        return [name, `(fields: ${pascalCase(kind)}Fields): ${result}`];
      }),
    ),
  };
}

// --- internal ---

function createWriter(names, facts) {
  const nameOf = (schema, io) => {
    const name = names.get(schema);
    return name === undefined
      ? undefined
      : io === 'input' && differs(schema)
        ? `${name}Input`
        : name;
  };

  /** The type of a schema where it is used: its name if it has one. */
  const use = (schema, io) => nameOf(schema, io) ?? spell(schema, io);

  const spell = (schema, io) => {
    const { def } = schema._zod;
    switch (def.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return def.type;
      case 'int':
        return 'number';
      case 'literal':
        return def.values.map((value) => JSON.stringify(value)).join(' | ');
      case 'enum':
        return Object.values(def.entries)
          .map((value) => JSON.stringify(value))
          .join(' | ');
      case 'union':
        return def.options.map((option) => use(option, io)).join(' | ');
      case 'array': {
        const element = use(def.element, io);
        return `readonly ${/[ |]/.test(element) ? `(${element})` : element}[]`;
      }
      case 'optional':
      case 'default':
        return use(def.innerType, io);
      case 'object':
        return `{\n${indent(fieldsOf(schema, io))}\n}`;
      default:
        throw new Error(`There is no type here for a schema of ${def.type}.`);
    }
  };

  const fieldsOf = (schema, io, without = []) => {
    const { shape, catchall } = schema._zod.def;
    const docs = facts.get(schema)?.fields ?? {};
    const fields = Object.entries(shape)
      .filter(([name]) => !without.includes(name))
      .map(([name, field]) => {
        const { type, defaultValue } = field._zod.def;
        const isOptional = type === 'optional' || (type === 'default' && io === 'input');
        const doc = formatDoc(docs[name], defaultValue);
        const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
        const written = use(field, io);
        return `${doc}${key}${isOptional ? `?: ${written} | undefined` : `: ${written}`};`;
      });
    const rest = catchall === undefined || catchall._zod.def.type === 'never' ? null : catchall;
    if (rest !== null) fields.push(`[key: string]: ${use(rest, io)} | undefined;`);
    return fields;
  };

  return {
    nameOf,
    declare(schema, name, io, isKind) {
      if (schema._zod.def.type !== 'object') return `type ${name} = ${spell(schema, io)};`;
      const { kind } = facts.get(schema)?.fields ?? {};
      const doc = formatDoc(kind);
      if (!isKind || (io === 'output' && differs(schema))) {
        return `${doc}interface ${name} {\n${indent(fieldsOf(schema, io))}\n}`;
      }
      // What the builder takes, and the kind that it adds.
      const fields = name.replace(/(?:Section|Block)(?:Input)?$/, 'Fields');
      const written = spell(schema._zod.def.shape.kind, io);
      return [
        `${doc}interface ${fields} {\n${indent(fieldsOf(schema, io, ['kind']))}\n}`,
        `${doc}interface ${name} extends ${fields} {\n${indent([`${doc}kind: ${written};`])}\n}`,
      ].join('\n\n');
    },
  };
}

function indent(pieces) {
  return pieces.join('\n').replace(/^(?=.)/gm, '  ');
}

/** True where what is written may lack what is read: something in it has a default. */
function differs(schema) {
  const { type, shape, options, innerType, element } = schema._zod.def;
  if (type === 'default') return true;
  const parts = [...Object.values(shape ?? {}), ...(options ?? []), innerType, element];
  return parts.some((part) => part !== undefined && differs(part));
}
