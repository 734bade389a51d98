import * as z from 'zod/mini';
import {
  emailAddress,
  headerUrl,
  imageSource,
  languageTag,
  line,
  link,
  mailboxName,
  record,
  refuse,
  webUrl,
} from '../schema/fields.ts';
import { linkSchemes } from '../text/check-url.ts';
import { checkOptions } from './check-options.ts';
import { chooseEditor } from './editor-template.ts';

const mailbox = record({ name: mailboxName, address: emailAddress });

const slugUrl = webUrl.check(z.describe('An address in which {slug} stands for the issue.'));

/**
 * A merge tag is written into the footer's link as it is. So it must not end the attribute it stands
 * in, nor be an address that no other field may have, also not one spelt with entities.
 */
const mergeTag = z.string().check((ctx) => {
  const stays = /^[^"\p{Cc}\p{Cf}]*[^"\p{Cc}\p{Cf}\s][^"\p{Cc}\p{Cf}]*$/u.test(ctx.value);
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(ctx.value)?.[1] ?? 'https';
  const leads = linkSchemes.includes(scheme.toLowerCase()) && !/&(?:#|\w+;)/.test(ctx.value);
  if (stays && leads) return;
  refuse(ctx, 'is no merge tag for a URL', {
    code: 'invalid-merge-tag',
    hint: "Use your service's tag for the unsubscribe URL, such as {{unsubscribe_url}} or *|UNSUB|*.",
  });
});

/** RFC 2919 §2: a name of dot-separated labels, such as `letter.example.com`. */
const listId = z.string().check((ctx) => {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(ctx.value) && ctx.value.length <= 255) return;
  refuse(ctx, `is "${ctx.value}", which is no list id`, {
    code: 'invalid-list-id',
    hint: 'Write it like a domain, such as letter.example.com.',
  });
});

/** The editor that the preview's links open. */
const editor = z.string().check((ctx) => {
  const chosen = chooseEditor(ctx.value);
  if (!chosen.ok) refuse(ctx, chosen.why, { code: 'invalid-value', hint: chosen.hint });
});

/**
 * The publication: what `newsletter.config.ts` says. The tokens of `theme` are checked against the
 * theme itself.
 */
export const publicationSchema = record({
  name: line,
  tagline: z.optional(line),
  url: z.optional(headerUrl).check(z.describe('The home of the publication.')),
  language: languageTag,
  dir: z.optional(z.enum(['ltr', 'rtl'])).check(z.describe('Else from the language.')),
  author: record({
    name: line,
    bio: z.optional(line),
    url: z.optional(link),
    avatar: z.optional(imageSource),
    links: z.optional(z.array(record({ label: line, url: link }))),
  }),
  from: mailbox,
  replyTo: z.optional(z.union([emailAddress, mailbox])),
  testRecipients: z.optional(z.array(emailAddress).check(z.minLength(1))),
  reason: z.optional(line).check(z.describe('Why a reader gets this mail.')),
  postalAddress: z.optional(line),
  unsubscribe: z.optional(
    record({
      url: z.optional(headerUrl),
      mailto: z.optional(emailAddress),
      tag: z
        .optional(mergeTag)
        .check(z.describe("An email service's merge tag, written verbatim.")),
    }),
  ),
  listId: z.optional(listId),
  viewInBrowser: z.optional(slugUrl),
  imageBase: z
    .optional(slugUrl)
    .check(z.describe('Where the pictures of email.html are published.')),
  typography: z._default(z.boolean(), true).check(z.describe('Smart quotes and dashes.')),
  preview: z.optional(
    record({
      editor: z
        .optional(editor)
        .check(z.describe("A known editor's name, or the template of an address.")),
    }),
  ),
  check: z.optional(checkOptions),
  theme: z
    .optional(
      z.catchall(z.object({ name: z.optional(z.string()) }), z.union([z.string(), z.number()])),
    )
    .check(z.describe("The theme's name and the design tokens to change.")),
});

/** The validated config. */
export type Publication = z.output<typeof publicationSchema>;
/** The config as an author writes it. */
export type PublicationInput = z.input<typeof publicationSchema>;
