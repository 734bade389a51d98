import { domainToASCII } from 'node:url';
import { sha256 } from '../files/hash.ts';
import type { ImageFile } from '../images/read-image.ts';
import type { LocalPicture } from '../issue/pictures.ts';
import type { Issue } from '../issue/schema.ts';
import { composeMessage } from '../mail/compose-message.ts';
import type { MessageHeader } from '../mail/message-headers.ts';
import { listHeaders } from '../mail/message-headers.ts';
import type { InlineImage, Mailbox } from '../mail/message-input.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { Publication } from '../workspace/publication.ts';

/** A local picture and the address that the HTML shows it by. */
export interface PrintedPicture extends LocalPicture {
  readonly url: string;
}

/** A rendered issue on its way into a message. */
export interface ComposeInput {
  readonly slug: string;
  readonly issue: Issue;
  readonly publication: Publication;
  /** The subject as it is set, with typographic quotes. */
  readonly subject: string;
  /** HTML whose local pictures stand as `src="<url>"`. */
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly PrintedPicture[];
}

/** What a mail of the issue has of its own when it isn't the reader's: a test mail. */
export interface MessageForm {
  readonly to: Mailbox;
  /** Stands before the issue's subject. */
  readonly subjectPrefix: string;
  readonly date: Date;
  /** The part of the Message-ID before the sender's domain. */
  readonly messageId: string;
  /** After the list headers. */
  readonly headers: readonly MessageHeader[];
}

/**
 * The reader's mail as it is written to `out/`: unsigned, addressed to the sender, dated at the
 * issue's date. Message-ID and boundaries come from the content, so that the same issue gives the
 * same bytes. With a `form`, the same mail in that form.
 */
export async function composeIssue(
  input: ComposeInput,
  form: MessageForm | null = null,
): Promise<Uint8Array> {
  const { issue, publication } = input;
  const domain = domainToASCII(publication.from.address.split('@').at(-1) ?? '');
  // One part for one picture, also when two files hold the same.
  const distinct = new Map(input.pictures.map((picture) => [picture.image.hash16, picture]));
  const images = [...distinct.values()].map((picture) => inlineImage(picture, domain));
  const html = withContentIds(input.html, input.pictures, domain);
  const { unsubscribe } = publication;
  const headers = listHeaders({
    listId: publication.listId,
    archiveUrl: publication.url,
    unsubscribeUrl: unsubscribe?.url,
    unsubscribeMailto: unsubscribe?.mailto,
  });
  const content = {
    from: publication.from,
    to: [form?.to ?? publication.from],
    replyTo: replyTo(publication),
    subject: (form?.subjectPrefix ?? '') + input.subject,
    date: form?.date ?? new Date(`${issue.date}T00:00:00Z`),
    headers: [...headers, ...(form?.headers ?? [])],
    text: input.text,
    html,
  };
  const hash = sha256(JSON.stringify([input.slug, content, images.map(({ cid }) => cid)]));
  return composeMessage({
    ...content,
    images,
    messageId: `${form?.messageId ?? hash.slice(0, 32)}@${domain}`,
    boundarySeed: hash,
  });
}

// --- internal ---

function replyTo({ replyTo: written }: Publication): Mailbox | undefined {
  return typeof written === 'string' ? { address: written } : written;
}

function inlineImage({ image, path }: LocalPicture, domain: string): InlineImage {
  return {
    cid: contentId(image, domain),
    filename: path.slice(path.lastIndexOf('/') + 1),
    type: image.type,
    bytes: image.bytes,
  };
}

function contentId(image: ImageFile, domain: string): string {
  return `${image.hash16}@${domain}`;
}

/** An author's text can't hold such an attribute: its quotes are escaped. */
function withContentIds(html: string, pictures: readonly PrintedPicture[], domain: string): string {
  return pictures.reduce(
    (result, { url, image }) =>
      result.replaceAll(`src="${escapeHtml(url)}"`, `src="cid:${contentId(image, domain)}"`),
    html,
  );
}
