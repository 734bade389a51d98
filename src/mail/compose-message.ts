import { guardHeaderLines, guardMessage } from './guard-message.ts';
import type { MessageInput } from './message-input.ts';

/**
 * Writes a message (RFC 5322, MIME): multipart/alternative of the text and the HTML, the HTML with
 * its images in a multipart/related if there are some. Only CRLF ends a line; headers are folded at
 * 76; there is never a Bcc, an X-Mailer or a thing that differs from one run to the next.
 *
 * Throws a `UserError` `unsafe-header` for a value that could break out of its header.
 */
export async function composeMessage(input: MessageInput): Promise<Uint8Array> {
  guardMessage(input);
  const { buildMessage } = await import('./build-message.ts');
  const message = buildMessage(input);
  guardHeaderLines(message);
  return message;
}
