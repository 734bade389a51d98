import * as z from 'zod/mini';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { checkAddress } from '../mail/check-address.ts';
import { checkHeaderText } from '../mail/check-header-text.ts';
import { checkUrl, linkSchemes } from '../text/check-url.ts';

/*
 * The kinds of values an author writes, shared by the schemas of issues and of the config.
 * A field that refuses a value adds a custom zod issue whose `params` are a `Refusal`;
 * `problems.ts` turns it into a Problem.
 */

/** What a field says of a value it refuses; `piece` is in UTF-16 units of the string. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly hint?: string | undefined;
  readonly piece?: { readonly offset: number; readonly length: number };
}

/** What an editor tells of a field: a sentence or two, then examples. */
export type FieldDoc = readonly [description: string, ...examples: unknown[]];

/** What only the JSON Schema of a schema says; validation never looks at it. */
export interface SchemaFacts {
  /** The name under which other parts of the JSON Schema refer to it. */
  readonly id?: string;
  readonly fields?: Readonly<Record<string, FieldDoc>>;
  readonly pattern?: string;
  /** What editors that know it say instead of showing the pattern. */
  readonly patternErrorMessage?: string;
}

export const schemaFacts = z.registry<SchemaFacts>();

/**
 * An object whose unknown keys are errors; its known keys travel in the message of that error. The
 * docs of its fields become hover help: a test holds that none lacks them.
 */
export function record<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  docs: { readonly [Key in keyof Shape]?: FieldDoc } = {},
  id?: string,
) {
  const known = Object.keys(shape).join(' ');
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
  const fields = docs as Readonly<Record<string, FieldDoc>>;
  return schema.register(schemaFacts, { ...(id === undefined ? {} : { id }), fields });
}

/** Plain text on one line, not blank, fit for a header: nothing invisible that could break it. */
export const line = z
  .string()
  .check((ctx) => {
    if (isBlank(ctx.value)) return refuse(ctx, 'is blank', blank);
    refuseUnsafe(ctx);
  })
  .register(schemaFacts, {
    pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$',
    patternErrorMessage: 'Write something, on one line.',
  });

/** Markdown: CommonMark with strikethrough, autolinks and footnotes; not blank. */
export const markdown = z
  .string()
  .check((ctx) => {
    if (isBlank(ctx.value)) return refuse(ctx, 'is blank', blank);
    // Tabs and line breaks belong to prose; blanks in their stead keep the offsets.
    refuseUnsafe(ctx, ctx.value.replace(/[\t\r\n]/g, ' '));
  })
  .register(schemaFacts, { pattern: '\\S', patternErrorMessage: 'Write something.' });

/** Program text of one or many lines: not empty, shown as it stands. */
export const codeText = markdown;

/** A place a reader can follow: http, https or mailto, complete with its scheme. */
export const link = url(linkSchemes).register(schemaFacts, {
  pattern: '^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\\S+$',
  patternErrorMessage: 'Write the whole address, such as https://example.com/page.',
});

/** An address on the web: http or https. */
export const webUrl = url(['http', 'https']).register(schemaFacts, {
  pattern: '^[Hh][Tt][Tt][Pp][Ss]?://\\S+$',
  patternErrorMessage: 'Write the whole address, such as https://example.com/page.',
});

/** A web address that also stands in a header of the message. */
export const headerUrl = webUrl.check((ctx) => {
  if (!URL.canParse(ctx.value)) return;
  refuseLong(ctx, new URL(ctx.value).href.length, maxHeaderUrl);
});

/** The name of a mailbox. */
export const mailboxName = line.check((ctx) => {
  refuseLong(ctx, ctx.value.length, maxMailboxName);
});

/** The source of a picture: a path beside the issue's file, or an https address. */
export const imageSource = z.string().check((ctx) => {
  const source = ctx.value;
  if (isBlank(source)) return refuse(ctx, 'is blank', blank);
  refuseUnsafe(ctx);
  if (!/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) return;
  const refusal = checkUrl(source, ['https', 'http']);
  if (refusal === null) return;
  refuse(ctx, refusal.why, {
    code: 'invalid-image-source',
    hint: 'Use a path beside the issue, such as images/photo.png, or an https address.',
  });
});

/** One mail address, name@example.com, with an ASCII local part (RFC 5321). */
export const emailAddress = z.string().check((ctx) => {
  const checked = checkAddress(ctx.value);
  if (checked.ok) return;
  refuse(ctx, checked.message, {
    code: 'invalid-mail-address',
    hint: 'Write one address, such as name@example.com.',
  });
});

/** A calendar date as YYYY-MM-DD (ISO 8601). */
export const date = z.iso.date();

/** A BCP 47 language tag such as `en` or `pt-BR`. */
export const languageTag = z.string().check((ctx) => {
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(ctx.value) && isKnownLocale(ctx.value)) return;
  refuse(ctx, `is "${ctx.value}", which is no language tag`, {
    code: 'invalid-language-tag',
    hint: 'Use a BCP 47 tag such as en, de or pt-BR.',
  });
});

/** A CSS colour as six hexadecimal digits, `#0b57d0`. */
export const colour = z.string().check((ctx) => {
  if (/^#[0-9a-f]{6}$/i.test(ctx.value)) return;
  refuse(ctx, `is "${ctx.value}", which is no colour of six digits`, {
    code: 'invalid-colour',
    hint: 'Write it as #rrggbb, such as #0b57d0: mail clients know no other form for sure.',
  });
});

type Context = z.core.ParsePayload<string>;

/** Refuses a value: `why` completes the sentence "The field … ". */
export function refuse(ctx: Context, why: string, refusal: Refusal): void {
  ctx.issues.push({ code: 'custom', input: ctx.value, message: why, params: { ...refusal } });
}

// --- internal ---

/** A line of a header has at most 998 characters (RFC 5322 §2.1.1), and no URL can be broken. */
const maxHeaderUrl = 900;
const maxMailboxName = 200;

function refuseLong(ctx: Context, length: number, most: number): void {
  if (length <= most) return;
  refuse(ctx, `has ${length} characters, too many for the header of a mail`, {
    code: 'text-too-long',
    hint: `Use at most ${most}.`,
  });
}

const blank: Refusal = {
  code: 'blank-text',
  hint: 'Write something, or leave the key out if it is optional.',
};

/** Also where all there is can't be seen, such as zero-width spaces. */
function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

function url(schemes: readonly string[]) {
  return z.string().check((ctx) => {
    if (isBlank(ctx.value)) return refuse(ctx, 'is blank', blank);
    const refusal = checkUrl(ctx.value, schemes);
    if (refusal === null) return;
    refuse(ctx, refusal.why, { code: 'invalid-url', hint: refusal.hint });
  });
}

/** Line breaks, control characters, turns of the reading direction, halves of a character. */
function refuseUnsafe(ctx: Context, text = ctx.value): void {
  const checked = checkHeaderText(text);
  if (checked.ok) return;
  const isBreak = checked.reason === 'line-break';
  refuse(ctx, checked.message, {
    code: isBreak ? 'line-break' : 'unsafe-character',
    hint: isBreak ? 'Write it on one line.' : 'Delete it: it would not arrive safely.',
    piece: { offset: checked.offset, length: 1 },
  });
}

function isKnownLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
