import * as z from 'zod';
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

const mailbox = record({ name: mailboxName, address: emailAddress });

const slugUrl = webUrl.describe('An address in which {slug} stands for the issue.');

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

/**
 * The publication: what `newsletter.config.ts` says. The tokens of `theme` are checked against the
 * theme itself.
 */
export const publicationSchema = record({
  name: line,
  tagline: line.optional(),
  url: headerUrl.optional().describe('The home of the publication.'),
  language: languageTag,
  dir: z.enum(['ltr', 'rtl']).optional().describe('Else from the language.'),
  author: record({
    name: line,
    bio: line.optional(),
    url: link.optional(),
    avatar: imageSource.optional(),
    links: z.array(record({ label: line, url: link })).optional(),
  }),
  from: mailbox,
  replyTo: z.union([emailAddress, mailbox]).optional(),
  testRecipients: z.array(emailAddress).min(1).optional(),
  reason: line.optional().describe('Why a reader gets this mail.'),
  postalAddress: line.optional(),
  unsubscribe: record({
    url: headerUrl.optional(),
    mailto: emailAddress.optional(),
    tag: mergeTag.optional().describe("An email service's merge tag, written verbatim."),
  }).optional(),
  listId: listId.optional(),
  viewInBrowser: slugUrl.optional(),
  imageBase: slugUrl.optional().describe('Where the pictures of email.html are published.'),
  typography: z.boolean().default(true).describe('Smart quotes and dashes.'),
  theme: z
    .object({ name: z.string().optional() })
    .catchall(z.union([z.string(), z.number()]))
    .optional()
    .describe("The theme's name and the design tokens to change."),
});

/** The validated config. */
export type Publication = z.output<typeof publicationSchema>;
/** The config as an author writes it. */
export type PublicationInput = z.input<typeof publicationSchema>;
