import * as z from 'zod/mini';
import type { FieldDoc } from './fields.ts';
import { schemaFacts } from './fields.ts';

export interface JsonSchemaAbout {
  readonly title: string;
  readonly description: string;
  /** For who opens the file. */
  readonly comment: string;
}

/**
 * The JSON Schema of what an author writes, with the description and the examples of each field. It
 * is draft-07, the newest that the YAML language server checks by. It never refuses what Galley
 * takes; some of what Galley refuses, such as a letter that looks like another, no schema can say.
 */
export function toJsonSchema(schema: z.ZodMiniType, about: JsonSchemaAbout): object {
  const { $schema, ...made } = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    metadata: schemaFacts,
    unrepresentable: 'any',
  }) as Json;
  const { title, description, comment } = about;
  return { $schema, $comment: comment, title, description, ...(tidy(made) as Json) };
}

// --- internal ---

type Json = Readonly<Record<string, unknown>>;

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const { fields, oneOf, ...rest } = value as Json & {
    readonly fields?: Readonly<Record<string, FieldDoc>>;
  };
  // An editor is kinder with `anyOf` while an object is being written.
  const whole: Json = oneOf === undefined ? rest : { ...rest, anyOf: oneOf };
  if (whole['format'] === 'date') return { type: 'string', format: 'date' };
  const tidied = Object.entries(whole)
    .filter(isSaid)
    .map(([key, member]): [string, unknown] => {
      if (key !== 'properties' && key !== 'definitions')
        return [key, isData(key) ? member : tidy(member)];
      return [key, tidyEach(member as Json, key === 'properties' ? (fields ?? {}) : {})];
    });
  return Object.fromEntries(tidied);
}

/** That a number is no larger than any number is no news, and an id is none outside of Zod. */
function isSaid([key, value]: readonly [string, unknown]): boolean {
  return key !== 'id' && !(key === 'maximum' && value === Number.MAX_SAFE_INTEGER);
}

/** Examples and the like: data, whatever their keys are. */
function isData(key: string): boolean {
  return ['examples', 'default', 'const', 'enum', 'required'].includes(key);
}

function tidyEach(members: Json, docs: Readonly<Record<string, FieldDoc>>): Json {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const [description, ...examples] = docs[name] ?? [];
      return [
        name,
        {
          ...(description === undefined ? {} : { description }),
          ...withoutSiblings(tidy(member) as Json),
          ...(examples.length === 0 ? {} : { examples }),
        },
      ];
    }),
  );
}

/** In draft-07 all that stands beside a `$ref` is ignored. */
function withoutSiblings(member: Json): Json {
  return '$ref' in member ? { allOf: [member] } : member;
}
