import { UserError } from '../diagnostics/user-error.ts';
import { checkAddress } from './check-address.ts';
import { checkHeaderText } from './check-header-text.ts';
import type { MessageHeader } from './message-headers.ts';
import type { InlineImage, Mailbox, MessageInput } from './message-input.ts';

/**
 * The last guard before a message is written: throws a `UserError` `unsafe-header` for anything that
 * could break out of its header or make the message another's. What an author writes is checked
 * earlier, with its place in the source.
 */
export function guardMessage(input: MessageInput): void {
  guardMailbox('From', input.from);
  if (input.to.length === 0) throw unsafe('To', 'names nobody');
  for (const mailbox of input.to) guardMailbox('To', mailbox);
  if (input.replyTo !== undefined) guardMailbox('Reply-To', input.replyTo);
  guardText('Subject', input.subject);
  if (Number.isNaN(input.date.getTime())) throw unsafe('Date', 'is no date');
  guardId('Message-ID', input.messageId.replace(/^<(.*)>$/, '$1'));
  for (const header of input.headers) guardHeader(header);
  for (const image of input.images) guardImage(image);
}

/** Throws a `UserError` `unsafe-header` when a header line is longer than RFC 5322 allows (998). */
export function guardHeaderLines(message: Buffer): void {
  const headers = message.toString('latin1', 0, message.indexOf('\r\n\r\n'));
  const line = headers.split('\r\n').find((candidate) => candidate.length > 998);
  if (line === undefined) return;
  const name = /^[^:\s]*/.exec(line)?.[0] ?? '';
  throw unsafe(name === '' ? 'address or name' : name, 'is too long for a mail header');
}

// --- internal ---

/** What the composer writes itself, what is never written, and what belongs to a server. */
const RESERVED =
  /^(?:from|sender|to|cc|bcc|reply-to|subject|date|message-id|mime-version|return-path|received|(?:content|resent)-.*)$/i;

function guardMailbox(header: string, mailbox: Mailbox): void {
  const check = checkAddress(mailbox.address);
  if (!check.ok) throw unsafe(header, `${JSON.stringify(mailbox.address)} ${check.message}`);
  if (mailbox.name !== undefined) guardText(header, mailbox.name);
}

function guardText(header: string, text: string): void {
  const check = checkHeaderText(text);
  if (!check.ok) throw unsafe(header, `${check.message} at character ${check.offset + 1}`);
}

/** RFC 5322 section 3.6.4, without the obsolete forms. */
function guardId(header: string, id: string): void {
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/.test(id)) {
    throw unsafe(header, `${JSON.stringify(id)} is not of the form name@domain`);
  }
}

function guardHeader({ name, value }: MessageHeader): void {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) {
    throw unsafe(JSON.stringify(name), 'is no name of a header');
  }
  if (RESERVED.test(name)) throw unsafe(name, 'is written by Galley and can not be added');
  guardText(name, value);
  if (value.trim() === '') throw unsafe(name, 'is empty');
  // Encoded words would turn the URLs and ids of these headers into mere text.
  if (/^list-/i.test(name) && (!/^[!#-~][ !#-~]*$/.test(value) || value.includes('=?'))) {
    throw unsafe(name, 'holds letters that such a header can not carry');
  }
}

/** A cid is also a file name to some programs, so it has no slash, nor can it climb. */
function guardImage({ cid, filename, type }: InlineImage): void {
  if (!/^[\w-]+(?:\.[\w-]+)*@[\w-]+(?:\.[\w-]+)*$/.test(cid)) {
    throw unsafe('Content-ID', `${JSON.stringify(cid)} is not of the form name@domain`);
  }
  if (!/^image\/[a-z0-9.+-]+$/.test(type)) {
    throw unsafe('Content-Type', `${JSON.stringify(type)} is no type of image`);
  }
  if (filename === '' || /[/\\]/.test(filename)) {
    throw unsafe('Content-Disposition', `${JSON.stringify(filename)} is no name of a file`);
  }
  guardText('Content-Disposition', filename);
}

function unsafe(header: string, what: string): UserError {
  const hint = 'Correct it in the issue or the config; `galley check` shows the place.';
  return new UserError('unsafe-header', `The message can't be written: ${header} ${what}.`, hint);
}
