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
  schemaFacts,
  webUrl,
} from '../schema/fields.ts';
import { linkSchemes } from '../text/check-url.ts';
import { checkOptions } from './check-options.ts';
import { chooseEditor } from './editor-template.ts';

const mailbox = record(
  { name: mailboxName, address: emailAddress },
  {
    name: ['The name that an inbox shows.', 'Margin Notes'],
    address: ['The mail address.', 'letter@example.com'],
  },
);

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
export const publicationSchema = record(
  {
    name: line,
    tagline: z.optional(line),
    url: z.optional(headerUrl),
    language: languageTag,
    dir: z.optional(z.enum(['ltr', 'rtl'])),
    author: record(
      {
        name: line,
        bio: z.optional(line),
        url: z.optional(link),
        avatar: z.optional(imageSource),
        links: z.optional(
          z.array(
            record(
              { label: line, url: link },
              {
                label: ['The words of the link.', 'RSS feed'],
                url: ['Where it leads.', 'https://example.com/feed.xml'],
              },
            ),
          ),
        ),
      },
      {
        name: ['The name under each issue.', 'Ada Example'],
        bio: ['A line about the author.', 'Writes one letter a month, in the evenings.'],
        url: ['Where the name leads.', 'https://example.com/ada'],
        avatar: ['A portrait: a file beside the config, or an https address.', 'ada.jpg'],
        links: ['Links in the signature.'],
      },
    ),
    from: mailbox,
    replyTo: z.optional(z.union([emailAddress, mailbox])),
    testRecipients: z.optional(z.array(emailAddress).check(z.minLength(1))),
    reason: z.optional(line),
    postalAddress: z.optional(line),
    unsubscribe: z.optional(
      record(
        {
          url: z.optional(headerUrl),
          mailto: z.optional(emailAddress),
          tag: z.optional(mergeTag),
        },
        {
          url: [
            'Where a reader unsubscribes. With https, mail programs show a button of their own (RFC 8058).',
            'https://example.com/unsubscribe',
          ],
          mailto: ['The address that unsubscribes who writes to it.', 'leave@example.com'],
          tag: [
            "Your email service's merge tag for the unsubscribe address, written as it is.",
            '{{unsubscribe_url}}',
            '*|UNSUB|*',
          ],
        },
      ),
    ),
    listId: z.optional(listId),
    viewInBrowser: z.optional(webUrl),
    imageBase: z.optional(webUrl),
    typography: z._default(z.boolean(), true),
    preview: z.optional(
      record(
        { editor: z.optional(editor) },
        {
          editor: [
            'The editor that a click in the preview opens: a name, or an address with {file}, {line} and {column}.',
            'vscode',
            'idea',
          ],
        },
      ),
    ),
    check: z.optional(checkOptions),
    theme: z.optional(
      z
        .catchall(z.object({ name: z.optional(z.string()) }), z.union([z.string(), z.number()]))
        .register(schemaFacts, {
          fields: { name: ['The name of a folder in templates/; else the built-in theme.'] },
        }),
    ),
  },
  {
    name: ['What the newsletter is called: the masthead and the footer.', 'Margin Notes'],
    tagline: ['A line under the name.', 'A monthly letter on building software that lasts'],
    url: ['The home of the newsletter.', 'https://example.com'],
    language: [
      'The language it is written in, as a BCP 47 tag: of its dates, quotes and dashes too.',
      'en',
      'de',
      'pt-BR',
    ],
    dir: ['The direction of the text; else from the language.'],
    author: ['Who writes it: the signature under each issue.'],
    from: ['The sender.'],
    replyTo: ['Where answers go: an address, or a name and an address.', 'ada@example.com'],
    testRecipients: ["Who gets the test mails; else the sender's own address."],
    reason: ['Why a reader gets this mail, for the footer.', 'You signed up at example.com.'],
    postalAddress: ['For the footer; the law asks for it in many countries.'],
    unsubscribe: ['How a reader leaves.'],
    listId: ['The List-ID header (RFC 2919), written like a domain.', 'letter.example.com'],
    viewInBrowser: [
      'Where an issue can be read on the web; {slug} stands for the issue.',
      'https://example.com/{slug}/',
    ],
    imageBase: [
      'Where the pictures of email.html are published; {slug} stands for the issue.',
      'https://example.com/{slug}/images/',
    ],
    typography: ['Typographic quotes and dashes; false leaves them as they are written.'],
    preview: ['What galley preview does.'],
    check: ['What galley check does.'],
    theme: [
      'The look: the name of a folder in templates/, and design tokens to change.',
      { accent: '#0b57d0' },
    ],
  },
);

/** The validated config. */
export type Publication = z.output<typeof publicationSchema>;
/** The config as an author writes it. */
export type PublicationInput = z.input<typeof publicationSchema>;
