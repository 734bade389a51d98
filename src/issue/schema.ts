import * as z from 'zod';
import { codeText, date, imageSource, line, link, markdown, record } from '../schema/fields.ts';

/*
 * The issue model: the one source of truth for validation, types and the JSON Schema.
 * Absent optional fields stay absent here and become null in the view.
 */

const picture = imageSource.describe('A path beside the issue, or an https address.');
const alt = z.string().describe('What the picture shows, for who cannot see it; "" if decorative.');
const pixels = z.int().min(1).max(2000);

/** The rich pieces a body can hold between its paragraphs. */
export const blockSchemas = {
  image: record({
    kind: z.literal('image'),
    src: picture,
    alt,
    caption: line.optional(),
    href: link.optional().describe('Where a click on the picture leads.'),
    width: pixels.optional().describe('Shown width in CSS pixels; else as wide as fits.'),
  }),
  links: record({
    kind: z.literal('links'),
    cards: z
      .array(
        record({
          title: line,
          url: link,
          note: markdown.optional(),
          image: picture.optional(),
        }),
      )
      .min(1),
  }),
  post: record({
    kind: z.literal('post'),
    author: line,
    handle: line.optional(),
    text: markdown,
    url: link,
    date: date.optional(),
    avatar: picture.optional(),
  }),
  video: record({
    kind: z.literal('video'),
    title: line,
    url: link,
    thumbnail: picture,
  }),
  code: record({
    kind: z.literal('code'),
    language: line.describe('Such as ts, sql or bash; text for none.'),
    code: codeText,
    caption: line.optional(),
  }),
  quote: record({
    kind: z.literal('quote'),
    text: markdown,
    by: line.optional(),
    url: link.optional(),
  }),
  button: record({
    kind: z.literal('button'),
    text: line,
    url: link,
  }),
  callout: record({
    kind: z.literal('callout'),
    text: markdown,
    tone: z.enum(['note', 'tip', 'warning']).optional(),
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
  .union([markdown, z.array(z.union([markdown, block])).min(1)])
  .describe('Markdown, or a list of Markdown strings and blocks.');

const item = record({
  title: line,
  url: link,
  by: line.optional().describe('Who wrote it.'),
  mark: line.optional().describe('An emoji before the title, such as 🔥.'),
  note: markdown.optional().describe('Your commentary.'),
});

const interlude = record({ text: markdown.describe('A line between items.') });

const items = z.array(z.union([item, interlude])).min(1);

/** The seven kinds of section. */
export const sectionSchemas = {
  intro: record({ kind: z.literal('intro'), greeting: line, body }),
  sponsor: record({
    kind: z.literal('sponsor'),
    name: line,
    url: link,
    body,
    label: line.default('Sponsored'),
    image: picture.optional(),
    cta: line.optional().describe('The words on the button that leads to the sponsor.'),
  }),
  'working-on': record({
    kind: z.literal('working-on'),
    heading: line.default('What I was working on'),
    body,
  }),
  reading: record({
    kind: z.literal('reading'),
    heading: line.default('What I was reading'),
    lead: markdown.optional(),
    items,
  }),
  news: record({
    kind: z.literal('news'),
    heading: line.default('Tech news'),
    lead: markdown.optional(),
    items,
  }),
  topic: record({ kind: z.literal('topic'), heading: line.optional(), body }),
  'sign-off': record({
    kind: z.literal('sign-off'),
    heading: line.optional(),
    body,
    ps: markdown.optional(),
    signature: markdown.optional().describe('Else the name, bio and links of the author.'),
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
  number: z.int().min(1).describe('1 for the first issue.'),
  date: date.describe('YYYY-MM-DD.'),
  subject: line,
  preheader: line.describe('What the inbox shows after the subject.'),
  title: line.optional().describe('The heading of the mail; else the subject.'),
  status: z.enum(['draft', 'ready', 'sent']).default('draft'),
  sections: z.array(section).min(1),
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
