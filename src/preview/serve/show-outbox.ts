import { decodeText } from '../../mail/decode-body.ts';
import { readMessage } from '../../mail/read-message.ts';
import type { ReadMessage } from '../../mail/read-message.ts';
import type { OutboxHead, OutboxMail } from '../../post/read-outbox.ts';
import { cleanLine, shorten } from '../../text/clean-line.ts';
import type { OutboxDetails, OutboxLine } from '../model.ts';
import { divideMail, showAttachments } from './mail-parts.ts';
import { showPart } from './show-details.ts';

/** Of a mail, more than this is not looked at: no mail is so large. */
export const mostBytes = 32 * 1024 * 1024;

/** Of its HTML and of its text, encoded. A program that shows all of a letter shows 102 KB. */
export const mostText = 2 * 1024 * 1024;

/** Enough for the headers that a list shows. */
export const mostHead = 16 * 1024;

/** A line of the list. */
export function showOutboxLine({ head, ...mail }: OutboxHead): OutboxLine {
  return lineOf(mail, readMessage(head));
}

/** A mail of the outbox as the page shows it. */
export function showOutboxMail(mail: OutboxMail, bytes: Uint8Array): OutboxDetails {
  const message = readMessage(bytes);
  const parts = divideMail(message);
  const html = parts.html === null ? '' : decodeText(parts.html, mostText);
  return {
    ...lineOf(mail, message),
    message: {
      bytes: mail.bytes,
      headers: message.headers.slice(0, mostHeaders).map(({ name, value }) => ({
        name: shorten(name, 100),
        value: shorten(value.slice(0, mostHead), 4000),
      })),
      root: showPart(message.root),
    },
    attachments: showAttachments(parts),
    hasHtml: parts.html !== null,
    hasText: parts.text !== null,
    hasRemoteImages: REMOTE.test(html),
    isCut:
      mail.bytes > mostBytes ||
      [parts.html, parts.text].some((part) => (part?.body.length ?? 0) > mostText),
  };
}

// --- internal ---

const mostHeaders = 500;

/** A guess, for the offer to load them: the policy decides what is loaded. */
const REMOTE =
  /(?:src|srcset|background|poster)\s{0,9}=\s{0,9}["']?\s{0,9}(?:https?:)?\/\/|url\(\s{0,9}["']?(?:https?:)?\/\//i;

function lineOf({ name, when, bytes }: OutboxMail, { headers }: ReadMessage): OutboxLine {
  const find = (wanted: string) => {
    const value = headers.find((header) => header.name.toLowerCase() === wanted)?.value ?? '';
    return shorten(cleanLine(value.slice(0, mostHead)), 300);
  };
  return { name, when, bytes, to: find('to'), subject: find('subject') };
}
