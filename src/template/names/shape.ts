import { globalRegistry } from 'zod/v4/core';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** What a template may do with a value of the view. */
export type Shape =
  | {
      readonly kind: 'object';
      readonly fields: ReadonlyMap<string, Shape>;
      readonly nullable: boolean;
    }
  | { readonly kind: 'list'; readonly of: Shape; readonly nullable: boolean }
  /** Printed escaped. */
  | { readonly kind: 'text' | 'number'; readonly nullable: boolean }
  /** Markup made by Galley, printed as it is: `{{{body}}}`. */
  | { readonly kind: 'html'; readonly nullable: boolean }
  /** For `{{#if}}` only. */
  | { readonly kind: 'flag'; readonly nullable: boolean };

/**
 * Reads a view's shape from its zod schema: objects, arrays, strings, numbers, booleans, enums,
 * literals and nullables. A string with the metadata `{ html: true }` is markup. Throws on
 * anything else: a view has no other values, and an absent one is null.
 */
export function readShape(schema: $ZodType): Shape {
  return read(schema, false, false);
}

// --- internal ---

function read(type: $ZodType, nullable: boolean, marked: boolean): Shape {
  const { def } = (type as $ZodTypes)._zod;
  const html = marked || isMarkedHtml(type);
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(
        ([name, field]) => [name, read(field, false, false)] as const,
      );
      return { kind: 'object', fields: new Map(fields), nullable };
    }
    case 'array':
      return { kind: 'list', of: read(def.element, false, false), nullable };
    case 'nullable':
      return read(def.innerType, true, html);
    case 'readonly':
      return read(def.innerType, nullable, html);
    case 'string':
      return { kind: html ? 'html' : 'text', nullable };
    case 'enum':
    case 'literal':
      return { kind: 'text', nullable };
    case 'number':
      return { kind: 'number', nullable };
    case 'boolean':
      return { kind: 'flag', nullable };
    default:
      throw new TypeError(`A view can’t have a value of the kind ${def.type}.`);
  }
}

function isMarkedHtml(type: $ZodType): boolean {
  return globalRegistry.get(type)?.['html'] === true;
}
