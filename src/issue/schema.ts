import * as z from 'zod/mini';
import { codeText, date, imageSource, line, link, markdown, record } from '../schema/fields.ts';

/*
 * The issue model: the one source of truth for validation, types and the JSON Schema.
 * Absent optional fields stay absent here and become null in the view.
 */

const picture = imageSource.check(z.describe('A path beside the issue, or an https address.'));
const alt = z
  .string()
  .check(z.describe('What the picture shows, for who cannot see it; "" if decorative.'));
const pixels = z.int().check(z.minimum(1), z.maximum(2000));

/** The rich pieces a body can hold between its paragraphs. */
export const blockSchemas = {
  image: record({
    kind: z.literal('image'),
    src: picture,
    alt,
    caption: z.optional(line),
    href: z.optional(link).check(z.describe('Where a click on the picture leads.')),
    width: z.optional(pixels).check(z.describe('Shown width in CSS pixels; else as wide as fits.')),
  }),
  links: record({
    kind: z.literal('links'),
    cards: z
      .array(
        record({
          title: line,
          url: link,
          note: z.optional(markdown),
          image: z.optional(picture),
        }),
      )
      .check(z.minLength(1)),
  }),
  post: record({
    kind: z.literal('post'),
    author: line,
    handle: z.optional(line),
    text: markdown,
    url: link,
    date: z.optional(date),
    avatar: z.optional(picture),
  }),
  video: record({
    kind: z.literal('video'),
    title: line,
    url: link,
    thumbnail: picture,
  }),
  code: record({
    kind: z.literal('code'),
    language: line.check(z.describe('Such as ts, sql or bash; text for none.')),
    code: codeText,
    caption: z.optional(line),
  }),
  quote: record({
    kind: z.literal('quote'),
    text: markdown,
    by: z.optional(line),
    url: z.optional(link),
  }),
  button: record({
    kind: z.literal('button'),
    text: line,
    url: link,
  }),
  callout: record({
    kind: z.literal('callout'),
    text: markdown,
    tone: z.optional(z.enum(['note', 'tip', 'warning'])),
  }),
} as const;

const block = z.discriminatedUnion('kind', [
  blockSchemas.image,
  blockSchemas.links,
  blockSchemas.post,
  blockSchemas.video,
  blockSchemas.code,
  blockSchemas.quote,
  blockSchemas.button,
  blockSchemas.callout,
]);

const body = z
  .union([markdown, z.array(z.union([markdown, block])).check(z.minLength(1))])
  .check(z.describe('Markdown, or a list of Markdown strings and blocks.'));

const item = record({
  title: line,
  url: link,
  by: z.optional(line).check(z.describe('Who wrote it.')),
  mark: z.optional(line).check(z.describe('An emoji before the title, such as 🔥.')),
  note: z.optional(markdown).check(z.describe('Your commentary.')),
});

const interlude = record({ text: markdown.check(z.describe('A line between items.')) });

const items = z.array(z.union([item, interlude])).check(z.minLength(1));

/** The seven kinds of section. */
export const sectionSchemas = {
  intro: record({ kind: z.literal('intro'), greeting: line, body }),
  sponsor: record({
    kind: z.literal('sponsor'),
    name: line,
    url: link,
    body,
    label: z._default(line, 'Sponsored'),
    image: z.optional(picture),
    cta: z.optional(line).check(z.describe('The words on the button that leads to the sponsor.')),
  }),
  'working-on': record({
    kind: z.literal('working-on'),
    heading: z._default(line, 'What I was working on'),
    body,
  }),
  reading: record({
    kind: z.literal('reading'),
    heading: z._default(line, 'What I was reading'),
    lead: z.optional(markdown),
    items,
  }),
  news: record({
    kind: z.literal('news'),
    heading: z._default(line, 'Tech news'),
    lead: z.optional(markdown),
    items,
  }),
  topic: record({ kind: z.literal('topic'), heading: z.optional(line), body }),
  'sign-off': record({
    kind: z.literal('sign-off'),
    heading: z.optional(line),
    body,
    ps: z.optional(markdown),
    signature: z
      .optional(markdown)
      .check(z.describe('Else the name, bio and links of the author.')),
  }),
} as const;

const section = z.discriminatedUnion('kind', [
  sectionSchemas.intro,
  sectionSchemas.sponsor,
  sectionSchemas['working-on'],
  sectionSchemas.reading,
  sectionSchemas.news,
  sectionSchemas.topic,
  sectionSchemas['sign-off'],
]);

/** An issue: one edition of the newsletter. */
export const issueSchema = record({
  number: z.int().check(z.minimum(1)).check(z.describe('1 for the first issue.')),
  date: date.check(z.describe('YYYY-MM-DD.')),
  subject: line,
  preheader: line.check(z.describe('What the inbox shows after the subject.')),
  title: z.optional(line).check(z.describe('The heading of the mail; else the subject.')),
  status: z._default(z.enum(['draft', 'ready', 'sent']), 'draft'),
  sections: z.array(section).check(z.minLength(1)),
});

/** A validated issue. */
export type Issue = z.output<typeof issueSchema>;
/** An issue as an author writes it: what has a default may be left out. */
export type IssueInput = z.input<typeof issueSchema>;
export type Section = Issue['sections'][number];
export type SectionKind = keyof typeof sectionSchemas;
export type Body = z.output<typeof body>;
export type Block = z.output<typeof block>;
export type BlockKind = keyof typeof blockSchemas;
export type Item = z.output<typeof item>;
export type Interlude = z.output<typeof interlude>;
