import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailComposerAttachment } from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { sha256 } from '../files/hash.ts';
import { checkAddress } from './check-address.ts';
import { encodeText } from './encode-text.ts';
import type { InlineImage, Mailbox, MessageInput } from './message-input.ts';
import type { WritePart } from './write-message.ts';
import { writeFile, writeMessage } from './write-message.ts';

/** The bytes of a message that has been guarded. nodemailer sets the headers and the structure. */
export function buildMessage(input: MessageInput): Buffer {
  const text = formatPart('text/plain', input.text);
  const html = formatPart('text/html', input.html);
  const composer = new MailComposer({
    from: formatMailbox(input.from),
    to: input.to.map(formatMailbox),
    replyTo: input.replyTo && formatMailbox(input.replyTo),
    subject: needsEncoding(input.subject) ? encodeWord(input.subject, 'Q', 52) : input.subject,
    date: input.date,
    messageId: input.messageId,
    text: { raw: text },
    html: { raw: html },
    attachments: input.images.map(formatImage),
    newline: 'windows',
    // `=_` stands in no quoted-printable and no base64, so a boundary can't appear in a part.
    boundaryPrefix: '=_galley',
    baseBoundary: sha256(input.boundarySeed).slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const root = composer.compile();
  for (const { name, value } of input.headers) root.addHeader(name, value);
  const images = input.images.map(
    ({ bytes }): WritePart =>
      (node) =>
        writeFile(node, bytes),
  );
  return writeMessage(root, [() => text, () => html, ...images]);
}

// --- internal ---

function formatMailbox(mailbox: Mailbox): { name: string; address: string } {
  const check = checkAddress(mailbox.address);
  return { name: mailbox.name ?? '', address: check.ok ? check.address : mailbox.address };
}

/**
 * True for a subject that nodemailer would pass on as it is but mail programs would not: what looks
 * like an encoded word, a word too long to fold, and spaces that folding would lose. (It encodes
 * what is not ASCII by itself.)
 */
function needsEncoding(subject: string): boolean {
  return /=\?|\S{60}|^\s|\s$|\s\s/.test(subject);
}

/**
 * A whole part, header and all, encoded by us: nodemailer would leave a `From ` at the beginning of
 * a line, choose base64 for a text of few Latin letters and leave out an empty part.
 */
function formatPart(type: string, text: string): Buffer {
  const { encoding, bytes } = encodeText(text);
  const header = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.concat([Buffer.from(header, 'latin1'), bytes]);
}

function formatImage({ cid, filename, type, bytes }: InlineImage): MailComposerAttachment {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { cid, filename, contentType: type, contentDisposition: 'inline', content };
}
