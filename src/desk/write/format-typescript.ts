import { blockSchemas, sectionSchemas } from '../../issue/schema.ts';

/** How a value is set in a `.ts` file. */
export interface TypeScriptStyle {
  /** What its lines begin with; the first line is left without. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  /** The quotation marks that a text gets unless the other ones need no escapes. */
  readonly quote: "'" | '"';
  /** True to write objects on one line. */
  readonly inline?: boolean;
  /**
   * True to set off a text of several lines with line breaks at its ends, as is usual for Markdown:
   * the value then has these too.
   */
  readonly setOff?: boolean;
  /** True to write sections and blocks as objects with their kind, where no builder is imported. */
  readonly plain?: boolean;
}

/** A value as TypeScript, and the builders that the text needs to import. */
export interface TypeScriptText {
  readonly text: string;
  readonly builders: readonly string[];
}

/** Writes plain data as TypeScript, sections and blocks by their builders. */
export function formatTypeScript(value: unknown, style: TypeScriptStyle): TypeScriptText {
  const builders = new Set<string>();
  return { text: write(value, style, builders), builders: [...builders].sort() };
}

/** The builder of a section or a block: `workingOn` for `working-on`. */
export function builderOf(kind: string): string {
  return kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A text as a literal. Nothing in it is code: quotes, backslashes and `${` are escaped. */
export function quoteTypeScript(text: string, quote: TypeScriptStyle['quote'] = "'"): string {
  const other = quote === "'" ? '"' : "'";
  const chosen = text.split(quote).length > text.split(other).length ? other : quote;
  const escaped = text.replace(/\\/g, '\\\\').replaceAll(chosen, `\\${chosen}`);
  return `${chosen}${escapeUnseen(escaped).replace(/\n/g, '\\n')}${chosen}`;
}

// --- internal ---

const lineWidth = 100;

function write(value: unknown, style: TypeScriptStyle, builders: Set<string>): string {
  if (typeof value === 'string') return writeText(value, style);
  if (Array.isArray(value)) return writeList(value, style, builders);
  if (typeof value === 'object' && value !== null) return writeObject(value, style, builders);
  return JSON.stringify(value);
}

function writeText(text: string, { indent, quote, setOff }: TypeScriptStyle): string {
  if (!text.includes('\n')) return quoteTypeScript(text, quote);
  const escaped = escapeUnseen(text.replace(/[\\`]|\$(?=\{)/g, '\\$&'));
  return setOff === true
    ? `\`\n${escaped.replace(/^\n+|\s+$/g, '')}\n${indent}\``
    : `\`${escaped}\``;
}

function writeList(
  list: readonly unknown[],
  style: TypeScriptStyle,
  builders: Set<string>,
): string {
  const inner = { ...style, indent: style.indent + style.unit };
  const isOfSections = list.some((member) => hasKind(member, sectionSchemas));
  const members = list.map((member) => `${inner.indent}${write(member, inner, builders)},`);
  return `[\n${members.join(isOfSections ? '\n\n' : '\n')}\n${style.indent}]`;
}

function writeObject(object: object, style: TypeScriptStyle, builders: Set<string>): string {
  const isBuilt = hasKind(object, sectionSchemas) || hasKind(object, blockSchemas);
  if (!isBuilt || style.plain === true) return writeFields(object, style, builders);
  const { kind, ...fields } = object;
  const builder = builderOf(kind);
  builders.add(builder);
  return `${builder}(${writeFields(fields, style, builders)})`;
}

function writeFields(object: object, style: TypeScriptStyle, builders: Set<string>): string {
  const fields = Object.entries(object).filter(([, value]) => value !== undefined);
  if (style.inline === true) {
    const written = fields.map(
      ([key, value]) => `${nameOf(key)}: ${write(value, style, builders)}`,
    );
    return `{ ${written.join(', ')} }`;
  }
  const inner = { ...style, indent: style.indent + style.unit };
  const lines = fields.map(([key, value]) => {
    // The line breaks of a program are its own.
    const written = write(value, key === 'code' ? { ...inner, setOff: false } : inner, builders);
    const line = `${inner.indent}${nameOf(key)}: ${written},`;
    const isLong = typeof value === 'string' && !value.includes('\n') && line.length > lineWidth;
    return isLong
      ? `${inner.indent}${nameOf(key)}:\n${inner.indent}${style.unit}${written},`
      : line;
  });
  return `{\n${lines.join('\n')}\n${style.indent}}`;
}

function hasKind(
  value: unknown,
  kinds: Readonly<Record<string, unknown>>,
): value is { readonly kind: string } {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return typeof value.kind === 'string' && Object.hasOwn(kinds, value.kind);
}

function nameOf(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? key : quoteTypeScript(key);
}

/** Line separators, halves of characters and what else an editor doesn't show. */
function escapeUnseen(text: string): string {
  return text.replace(
    /[\p{Zl}\p{Zp}\p{Surrogate}]|[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}
