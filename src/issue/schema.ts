import * as z from 'zod/mini';
import type { FieldDoc } from '../schema/fields.ts';
import { date, imageSource, line, link, markdown, record } from '../schema/fields.ts';
import type { block } from './block-schemas.ts';
import { blockSchemas, body } from './block-schemas.ts';

export { blockSchemas };

/*
 * The issue model: the one source of truth for validation, types and the JSON Schema.
 * Absent optional fields stay absent here and become null in the view.
 *
 * What stands behind the fields of each object is what editors show of them: for YAML through the
 * JSON Schema, for TypeScript through the declarations.
 */

const item = record(
  {
    title: line,
    url: link,
    by: z.optional(line),
    mark: z.optional(line),
    note: z.optional(markdown),
  },
  {
    title: ['The title of what is linked: the words of the link.', "Cool URIs don't change"],
    url: ['Where it leads, with its scheme.', 'https://www.w3.org/Provider/Style/URI'],
    by: ['Who wrote it.', 'Tim Berners-Lee'],
    mark: ['An emoji before the title, for what stands out.', '🔥'],
    note: ['Your commentary, in Markdown.', 'Written in 1998, and *still* at its old address.'],
  },
  'item',
);

const interlude = record(
  { text: markdown },
  { text: ['A line between items, in Markdown.', 'And now back to the roots.'] },
  'interlude',
);

const items = z.array(z.union([item, interlude])).check(z.minLength(1));

const docs = {
  heading: (usual: string): FieldDoc => [`The heading of the section; else “${usual}”.`],
  body: [
    'What it says: Markdown, or a list of Markdown texts and blocks (pictures, code, buttons and others).',
    'Some words, with *emphasis* and [a link](https://example.com/).',
  ],
  lead: ['A few words before the items, in Markdown.'],
  items: ['The links, each with a title, and lines between them.'],
} as const;

/** The seven kinds of section. */
export const sectionSchemas = {
  intro: record(
    { kind: z.literal('intro'), greeting: line, body },
    {
      kind: ['The opening of an issue: exactly one, first.'],
      greeting: ['The salutation.', 'Hello again,'],
      body: docs.body,
    },
    'intro',
  ),
  sponsor: record(
    {
      kind: z.literal('sponsor'),
      name: line,
      url: link,
      body,
      label: z._default(line, 'Sponsored'),
      image: z.optional(imageSource),
      cta: z.optional(line),
    },
    {
      kind: ["A sponsor's box, set apart and labelled."],
      name: ['Who the sponsor is.', 'Example Works'],
      url: ['Where its name and button lead.', 'https://example.com/?from=letter'],
      body: docs.body,
      label: ['The label above it, which says that it is paid for.', 'Sponsored', 'Thanks to'],
      image: ['A picture: a file beside the issue, or an https address.', 'sponsor.png'],
      cta: ['The words on the button that leads to the sponsor.', 'See how it works'],
    },
    'sponsor',
  ),
  'working-on': record(
    {
      kind: z.literal('working-on'),
      heading: z._default(line, 'What I was working on'),
      body,
    },
    {
      kind: ['What you were working on.'],
      heading: docs.heading('What I was working on'),
      body: docs.body,
    },
    'working-on',
  ),
  reading: record(
    {
      kind: z.literal('reading'),
      heading: z._default(line, 'What I was reading'),
      lead: z.optional(markdown),
      items,
    },
    {
      kind: ['What you were reading: links with commentary.'],
      heading: docs.heading('What I was reading'),
      lead: docs.lead,
      items: docs.items,
    },
    'reading',
  ),
  news: record(
    {
      kind: z.literal('news'),
      heading: z._default(line, 'Tech news'),
      lead: z.optional(markdown),
      items,
    },
    {
      kind: ['News: links with commentary.'],
      heading: docs.heading('Tech news'),
      lead: docs.lead,
      items: docs.items,
    },
    'news',
  ),
  topic: record(
    { kind: z.literal('topic'), heading: z.optional(line), body },
    {
      kind: ['Any other part of an issue.'],
      heading: ['The heading of the section; without one it is set off by a rule.', 'On the desk'],
      body: docs.body,
    },
    'topic',
  ),
  'sign-off': record(
    {
      kind: z.literal('sign-off'),
      heading: z.optional(line),
      body,
      ps: z.optional(markdown),
      signature: z.optional(markdown),
    },
    {
      kind: ['The closing of an issue: exactly one, last.'],
      heading: ['The heading of the section; mostly there is none.'],
      body: docs.body,
      ps: ['A postscript, in Markdown, without “P.S.” before it.', 'Write back: I read it all.'],
      signature: ['Your signature, in Markdown; else name, bio and links of the author.'],
    },
    'sign-off',
  ),
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
export const issueSchema = record(
  {
    number: z.int().check(z.minimum(1)),
    date,
    subject: line,
    preheader: line,
    title: z.optional(line),
    status: z._default(z.enum(['draft', 'ready', 'sent']), 'draft'),
    sections: z.array(section).check(z.minLength(1)),
  },
  {
    number: ['The number of the issue, 1 for the first.', 12],
    date: ['The day it goes out, YYYY-MM-DD.', '2026-12-07'],
    subject: [
      'The subject of the mail; an inbox shows some 45 characters.',
      'What is in an email?',
    ],
    preheader: [
      'What the inbox shows after the subject: a line that adds to it.',
      'A tree of parts, and one space that must be spelled out.',
    ],
    title: ['The heading inside the mail; else the subject.', 'A year in the margins'],
    status: ['How far it is: a draft, ready to go, or sent. A draft if left out.'],
    sections: ['The parts in the order they are read: the intro first, the sign-off last.'],
  },
);

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
