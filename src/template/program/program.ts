import vm from 'node:vm';
import runtime from 'handlebars/runtime.js';
import { arrangeColumns } from './arrange-columns.ts';
import { mergeConditionals } from './merge-conditionals.ts';

/** A theme compiled to JavaScript; plain data, so that it can be kept in a cache. */
export interface CompiledTheme {
  /** The source of a precompiled Handlebars template. */
  readonly html: string;
  readonly text: string;
  /** True when the head's rules for columns hang on the data. */
  readonly columnsVary: boolean;
}

/** The names of the helpers that only compiled templates call; no template can write them. */
export const ESCAPE_HELPER = '@escape';
export const TRIM_HELPER = '@trim';

/**
 * A helper of plain text templates: `{{wrap note first="  * "}}` calls
 * `wrap([note], { first: '  * ' })`.
 */
export type TextHelper = (
  values: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
) => string;

export type TextHelpers = Readonly<Record<string, TextHelper>>;

/** What a compiled theme needs from outside. */
export interface ProgramParts {
  /** Makes any text safe between tags and in quoted attributes. */
  readonly escape: (text: string) => string;
  readonly textHelpers: TextHelpers;
}

/** Renders views. */
export interface Program {
  readonly html: (view: object) => string;
  readonly text: (view: object) => string;
}

/**
 * Makes a compiled theme callable. It must have been compiled with helpers of the same names.
 * Rendering throws when the view lacks a value that the theme was checked for: that is a bug.
 */
export function loadProgram(theme: CompiledTheme, parts: ProgramParts): Program {
  const handlebars = runtime.create();
  // A null is an absent value and prints nothing.
  handlebars.registerHelper(ESCAPE_HELPER, (value: string | number | null) =>
    value === null ? '' : parts.escape(String(value)),
  );
  handlebars.registerHelper(TRIM_HELPER, trimBlock);
  for (const [name, helper] of Object.entries(parts.textHelpers)) {
    handlebars.registerHelper(name, (...values: unknown[]) => {
      const { hash } = values.pop() as Handlebars.HelperOptions;
      return helper(values, hash as Record<string, unknown>);
    });
  }
  const html = handlebars.template(specOf(theme.html, 'theme.html.js'));
  const text = handlebars.template(specOf(theme.text, 'theme.text.js'));
  return {
    html: (view) => {
      const letter = mergeConditionals(html(view));
      return theme.columnsVary ? arrangeColumns(letter) : letter;
    },
    text: (view) => text(view),
  };
}

// --- internal ---

function specOf(source: string, filename: string): object {
  return vm.runInThisContext(`(${source})`, { filename }) as object;
}

/** MJML trims what stands inside an element; here it is known only now. */
function trimBlock(this: unknown, options: Handlebars.HelperOptions): string {
  return options.fn(this).trim();
}
