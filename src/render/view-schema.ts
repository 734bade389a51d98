import * as z from 'zod';

/*
 * What a template sees. Every decision has been made: absent values are null, Markdown is
 * rendered, pictures have their address and size. The template compiler checks every name in a
 * template against this schema. `html` values are safe to write with `{{{ }}}`; all others are text.
 */

const text = z.string();
const html = z.string().brand<'Html'>().meta({ html: true });
const number = z.number();
const list = <Element extends z.ZodType>(element: Element) => z.array(element).readonly();
/** Where the piece came from, such as `sections[1].items[0]`; for `data-path`. */
const path = z.string();

/** Markdown in its two renderings; the text is wrapped and its links are numbered. */
const prose = z.object({ path, html, text });

const picture = z.object({
  src: text,
  alt: text,
  /** `width="552" height="276"`, in CSS pixels; no height where it is unknown. */
  size: html,
});

/** One paragraph run or block; exactly one of the fields is set. */
const piece = z.object({
  prose: prose.nullable(),
  image: z.object({ path, picture, caption: text.nullable(), href: text.nullable() }).nullable(),
  links: z
    .object({
      path,
      cards: list(
        z.object({
          path,
          title: text,
          url: text,
          domain: text,
          note: prose.nullable(),
          picture: picture.nullable(),
        }),
      ),
    })
    .nullable(),
  post: z
    .object({
      path,
      author: text,
      handle: text.nullable(),
      /** Author, handle and date in one line, for the plain text. */
      byline: text,
      content: prose,
      url: text,
      domain: text,
      date: text.nullable(),
      avatar: picture.nullable(),
    })
    .nullable(),
  video: z.object({ path, title: text, url: text, domain: text, picture }).nullable(),
  code: z.object({ path, html, text, caption: text.nullable() }).nullable(),
  quote: z.object({ path, content: prose, by: text.nullable(), url: text.nullable() }).nullable(),
  callout: z.object({ path, label: text.nullable(), content: prose }).nullable(),
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

const entry = z.object({
  item: z
    .object({
      path,
      mark: text.nullable(),
      title: text,
      /** The mark and the title in one line, for the plain text. */
      heading: text,
      url: text,
      domain: text,
      by: text.nullable(),
      note: prose.nullable(),
    })
    .nullable(),
  interlude: prose.nullable(),
});

const textPart = z.object({
  path,
  heading: text.nullable(),
  body,
  links: list(numberedLink),
});

const itemList = z.object({
  path,
  heading: text,
  lead: prose.nullable(),
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
  picture: picture.nullable(),
  cta: text.nullable(),
  links: list(numberedLink),
});

const signOff = z.object({
  path,
  heading: text.nullable(),
  body,
  ps: prose.nullable(),
  links: list(numberedLink),
});

const section = z.object({
  path,
  intro: z.object({ path, greeting: text, body, links: list(numberedLink) }).nullable(),
  sponsor: sponsor.nullable(),
  workingOn: textPart.nullable(),
  reading: itemList.nullable(),
  news: itemList.nullable(),
  topic: textPart.nullable(),
  signOff: signOff.nullable(),
});

/**
 * A stretch of a section between its buttons: what opens it up to the first, then what stands after
 * each; the last one of the letter also closes it.
 */
const stretch = z.object({
  /** The section that begins here; of its body, the first run is meant. */
  opens: section.nullable(),
  /** What follows a button; can be empty. */
  run: list(piece),
  /** The sign-off, once all of its body is written: signature, P.S. and footer are to follow. */
  closes: signOff.nullable(),
});

/**
 * What shares one MJML section: a sponsor in its box, or rows, each of which is a button or the
 * stretches of text up to the next one. Either `sponsor` is set or `rows` are there.
 */
const part = z.object({
  sponsor: sponsor.nullable(),
  rows: list(z.object({ button: button.nullable(), stretches: list(stretch) })),
});

const signature = z.object({
  path,
  /** The author's own words, else null and the rest is from the config. */
  prose: prose.nullable(),
  name: text,
  bio: text.nullable(),
  url: text.nullable(),
  avatar: picture.nullable(),
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
  words: number,
  /** Whether there is highlighted code, which dark mode has colours for. */
  hasCode: z.boolean(),
  /** Reading time, at least 1. */
  minutes: number,
  viewInBrowser: text.nullable(),
  publication: z.object({
    name: text,
    tagline: text.nullable(),
    url: text.nullable(),
    language: text,
    dir: text,
    /** The side where a line begins: `left`, or `right` in a right-to-left publication. */
    start: text,
    reason: text.nullable(),
    postalAddress: text.nullable(),
  }),
  unsubscribe: z
    .object({
      /** A URL, escaped for HTML, or a merge tag as it is. */
      href: html,
      text,
    })
    .nullable(),
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
