import * as z from 'zod/mini';
import {
  codeText,
  date,
  imageSource,
  line,
  link,
  markdown,
  record,
  schemaFacts,
} from '../schema/fields.ts';

/*
 * What stands behind the fields of each object is what editors show of them: for YAML through the
 * JSON Schema, for TypeScript through the declarations.
 */

const pixels = z.int().check(z.minimum(1), z.maximum(2000));

/** The rich pieces a body can hold between its paragraphs. */
export const blockSchemas = {
  image: record(
    {
      kind: z.literal('image'),
      src: imageSource,
      alt: z.string(),
      caption: z.optional(line),
      href: z.optional(link),
      width: z.optional(pixels),
    },
    {
      kind: ['A picture.'],
      src: [
        'The picture: a PNG, JPEG or GIF beside the issue, or an https address, which stays as it is. Best with twice the pixels it is shown at.',
        'images/desk.jpg',
      ],
      alt: [
        'What the picture shows, for who cannot see it. Leave it empty ("") only for decoration.',
        'A desk by a window, with a letter on it.',
      ],
      caption: ['A line under the picture.'],
      href: ['Where a click on the picture leads.', 'https://example.com/album'],
      width: ['The width to show it at, in CSS pixels; else as wide as fits.', 276],
    },
    'image',
  ),
  links: record(
    {
      kind: z.literal('links'),
      cards: z
        .array(
          record(
            {
              title: line,
              url: link,
              note: z.optional(markdown),
              image: z.optional(imageSource),
            },
            {
              title: ['The words of the link.'],
              url: ['Where it leads.', 'https://example.com/page'],
              note: ['What to expect there, in Markdown.'],
              image: ['A picture on the card: a file beside the issue, or an https address.'],
            },
            'card',
          ),
        )
        .check(z.minLength(1)),
    },
    { kind: ['Links as cards, one under the other.'], cards: ['The cards, in their order.'] },
    'links',
  ),
  post: record(
    {
      kind: z.literal('post'),
      author: line,
      handle: z.optional(line),
      text: markdown,
      url: link,
      date: z.optional(date),
      avatar: z.optional(imageSource),
    },
    {
      kind: ['A social post, quoted whole.'],
      author: ['Who wrote it.'],
      handle: ['The name of the account.', '@ada@example.social'],
      text: ['What it says, in Markdown.'],
      url: ['Where it stands.', 'https://example.social/@ada/1'],
      date: ['The day it was posted, YYYY-MM-DD.', '2026-11-02'],
      avatar: ["The author's picture: a file beside the issue, or an https address."],
    },
    'post',
  ),
  video: record(
    { kind: z.literal('video'), title: line, url: link, thumbnail: imageSource },
    {
      kind: ['A video: its still picture, which leads to it. Mail plays none.'],
      title: ['What it is called.'],
      url: ['Where it can be watched.', 'https://example.com/watch/1'],
      thumbnail: ['The still picture: a file beside the issue, or an https address.', 'talk.png'],
    },
    'video',
  ),
  code: record(
    { kind: z.literal('code'), language: line, code: codeText, caption: z.optional(line) },
    {
      kind: ['A piece of program text, in colour.'],
      language: ['Its language, for the colours; "text" for none.', 'ts', 'sql', 'bash', 'text'],
      code: ['The program text, shown as it stands.'],
      caption: ['A line under it.'],
    },
    'code',
  ),
  quote: record(
    { kind: z.literal('quote'), text: markdown, by: z.optional(line), url: z.optional(link) },
    {
      kind: ['A quotation.'],
      text: ['What was said, in Markdown, without quotation marks around it.'],
      by: ['Who said it, and where.', 'Ada Lovelace, Notes, 1843'],
      url: ['Where it can be read.', 'https://example.com/notes'],
    },
    'quote',
  ),
  button: record(
    { kind: z.literal('button'), text: line, url: link },
    {
      kind: ['A button.'],
      text: ['The words on it.', 'Read the whole story'],
      url: ['Where it leads.', 'https://example.com/story'],
    },
    'button',
  ),
  callout: record(
    {
      kind: z.literal('callout'),
      text: markdown,
      tone: z.optional(z.enum(['note', 'tip', 'warning'])),
    },
    {
      kind: ['A remark in a box.'],
      text: ['What it says, in Markdown.'],
      tone: ['How it is meant; a note if left out.'],
    },
    'callout',
  ),
} as const;

/** Any block. */
export const block = z.discriminatedUnion('kind', [
  blockSchemas.image,
  blockSchemas.links,
  blockSchemas.post,
  blockSchemas.video,
  blockSchemas.code,
  blockSchemas.quote,
  blockSchemas.button,
  blockSchemas.callout,
]);

/** A body: Markdown, or a list of Markdown texts and blocks. */
export const body = z
  .union([markdown, z.array(z.union([markdown, block])).check(z.minLength(1))])
  .register(schemaFacts, { id: 'body' });
