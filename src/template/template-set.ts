/** What a template renders to: `mjml` becomes HTML, `txt` becomes plain text. */
export type TemplateKind = 'mjml' | 'txt';

/** One template file as read: `sections/intro.mjml.hbs` has the name `sections/intro`. */
export interface Template {
  readonly name: string;
  readonly kind: TemplateKind;
  /** Absolute path, for messages. */
  readonly file: string;
  /** The file's text with LF line ends and without a byte-order mark. */
  readonly text: string;
}

/** The templates of a theme by their path inside it, such as `sections/intro.mjml.hbs`. */
export type TemplateSet = ReadonlyMap<string, Template>;

/** The two templates every theme starts from. */
export const LAYOUT = 'layouts/issue';

/** The path of a template inside its theme; the keys of a `TemplateSet`. */
export function templateKey(name: string, kind: TemplateKind): string {
  return `${name}.${kind}.hbs`;
}
