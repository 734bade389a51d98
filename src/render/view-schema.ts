import * as z from 'zod/mini';

/*
 * What a template sees. Every decision has been made: absent values are null, Markdown is
 * rendered, pictures have their address and size. The template compiler checks every name in a
 * template against this schema. `html` values are safe to write with `{{{ }}}`; all others are text.
 */

const text = z.string();
const html = z
  .string()
  .brand<'Html'>()
  .check(z.meta({ html: true }));
const number = z.number();
const list = <Element extends z.ZodMiniType>(element: Element) => z.readonly(z.array(element));
/** Where the piece came from, such as `sections[1].items[0]`; for `data-path`. */
const path = z.string();

/** Markdown in its two renderings; the text is wrapped and its links are numbered. */
const prose = z.object({ path, html, text });

const picture = z.object({
  src: text,
  alt: text,
  /** `width="552" height="276"`, in CSS pixels; no height where it is unknown. */
  size: html,
  /**
   * The same width, for `max-width`. With `width:100%` the picture fits a narrow screen, and so does its
   * `alt` where pictures are off: a `max-width` in percent wouldn't keep that from widening the table.
   */
  width: number,
});

/** One paragraph run or block; exactly one of the fields is set. */
const piece = z.object({
  prose: z.nullable(prose),
  image: z.nullable(z.object({ path, picture, caption: z.nullable(text), href: z.nullable(text) })),
  links: z.nullable(
    z.object({
      path,
      cards: list(
        z.object({
          path,
          title: text,
          url: text,
          domain: text,
          note: z.nullable(prose),
          picture: z.nullable(picture),
        }),
      ),
    }),
  ),
  post: z.nullable(
    z.object({
      path,
      author: text,
      handle: z.nullable(text),
      /** Author, handle and date in one line, for the plain text. */
      byline: text,
      content: prose,
      url: text,
      domain: text,
      date: z.nullable(text),
      avatar: z.nullable(picture),
    }),
  ),
  video: z.nullable(z.object({ path, title: text, url: text, domain: text, picture })),
  code: z.nullable(z.object({ path, html, text, caption: z.nullable(text) })),
  quote: z.nullable(
    z.object({ path, content: prose, by: z.nullable(text), url: z.nullable(text) }),
  ),
  callout: z.nullable(z.object({ path, label: z.nullable(text), content: prose })),
});

const button = z.object({ path, label: text, url: text });

/**
 * A body in the order written: a run of pieces that share one text element with what stands above
 * them, then each button, which is an element of its own, with the run after it. Runs can be empty.
 */
const body = z.object({
  run: list(piece),
  rest: list(z.object({ button, run: list(piece) })),
});

/** A link of the prose above it, listed by number in the plain text. */
const numberedLink = z.object({ number, url: text });

/** An item of a list, or what stands between two; one of the fields is set. */
const entry = z.object({
  item: z.nullable(
    z.object({
      path,
      mark: z.nullable(text),
      title: text,
      /** The mark and the title in one line, for the plain text. */
      heading: text,
      url: text,
      domain: text,
      by: z.nullable(text),
      note: z.nullable(prose),
    }),
  ),
  interlude: z.nullable(prose),
});

const textPart = z.object({
  path,
  heading: z.nullable(text),
  body,
  links: list(numberedLink),
});

const itemList = z.object({
  path,
  heading: text,
  lead: z.nullable(prose),
  entries: list(entry),
  links: list(numberedLink),
});

const sponsor = z.object({
  path,
  label: text,
  name: text,
  /** The label and the name in one line, for the plain text. */
  banner: text,
  url: text,
  domain: text,
  body,
  picture: z.nullable(picture),
  cta: z.nullable(text),
  links: list(numberedLink),
});

const signOff = z.object({
  path,
  heading: z.nullable(text),
  body,
  ps: z.nullable(prose),
  links: list(numberedLink),
});

/** Exactly one of the kinds is set. */
const section = z.object({
  path,
  intro: z.nullable(z.object({ path, greeting: text, body, links: list(numberedLink) })),
  sponsor: z.nullable(sponsor),
  workingOn: z.nullable(textPart),
  reading: z.nullable(itemList),
  news: z.nullable(itemList),
  topic: z.nullable(textPart),
  signOff: z.nullable(signOff),
});

/**
 * A stretch of a section between its buttons: what opens it up to the first, then what stands after
 * each; the last one of the letter also closes it.
 */
const stretch = z.object({
  /** The section that begins here; of its body, the first run is meant. */
  opens: z.nullable(section),
  /** What follows a button; can be empty. */
  run: list(piece),
  /** The sign-off, once all of its body is written: signature, P.S. and footer are to follow. */
  closes: z.nullable(signOff),
});

/**
 * What shares one MJML section: a sponsor in its box, or rows, each of which is a button or the
 * stretches of text up to the next one. Either `sponsor` is set or `rows` are there.
 */
const part = z.object({
  sponsor: z.nullable(sponsor),
  rows: list(z.object({ button: z.nullable(button), stretches: list(stretch) })),
});

const signature = z.object({
  path,
  /** The author's own words, else null and the rest is from the config. */
  prose: z.nullable(prose),
  name: text,
  bio: z.nullable(text),
  url: z.nullable(text),
  avatar: z.nullable(picture),
  links: list(z.object({ label: text, url: text })),
  /** The prose's links, numbered. */
  numbered: list(numberedLink),
});

/** The view of one issue: the whole input of a theme. */
export const viewSchema = z.object({
  slug: text,
  number,
  /** YYYY-MM-DD. */
  date: text,
  /** In the publication's language, such as "2 November 2026". */
  dateText: text,
  subject: text,
  title: text,
  preheader: text,
  /** Invisible characters that keep the body out of the inbox line. */
  preheaderFiller: html,
  /** Of the letter, as `galley build` tells them. */
  words: number,
  /** Whether there is highlighted code, which dark mode has colours for. */
  hasCode: z.boolean(),
  /** Reading time, at least 1. */
  minutes: number,
  viewInBrowser: z.nullable(text),
  publication: z.object({
    name: text,
    tagline: z.nullable(text),
    url: z.nullable(text),
    language: text,
    dir: text,
    /** The side where a line begins: `left`, or `right` in a right-to-left publication. */
    start: text,
    reason: z.nullable(text),
    postalAddress: z.nullable(text),
  }),
  unsubscribe: z.nullable(
    z.object({
      /** A URL, escaped for HTML, or a merge tag as it is. */
      href: html,
      text,
    }),
  ),
  /** In the order written: what the plain text goes through. */
  sections: list(section),
  /** The same in parts: what the HTML goes through. */
  parts: list(part),
  signature,
});

export type IssueView = z.output<typeof viewSchema>;
export type SectionView = IssueView['sections'][number];
export type PartView = IssueView['parts'][number];
export type BodyView = z.output<typeof body>;
export type PieceView = z.output<typeof piece>;
export type EntryView = z.output<typeof entry>;
export type PictureView = z.output<typeof picture>;
export type ProseView = z.output<typeof prose>;
export type Html = z.output<typeof html>;
export type SignatureView = z.output<typeof signature>;
export type NumberedLinkView = z.output<typeof numberedLink>;
