import { createPublicKey, type KeyObject } from 'node:crypto';
import { composeMessage } from '../../src/mail/compose-message.ts';
import { listHeaders } from '../../src/mail/message-headers.ts';
import type { MessageInput } from '../../src/mail/message-input.ts';
import { BASE } from './compose-input.ts';
import { makePng } from './make-image.ts';
import { makeDkimKey } from './verify-dkim.ts';

/** A key of its own for each test file. */
export const rsa = makeDkimKey();
export const SETTINGS = { domain: 'example.com', selector: 's1', privateKey: rsa.privateKey };
/** Where its public half is. */
export const NAME = 's1._domainkey.example.com';

/** What makes a message with all that one can have. */
export const FULL: Partial<MessageInput> = {
  from: { name: 'Zoë „Z“ Çelik-Þorsteinsdóttir von und zu Überlingen', address: 'z@example.com' },
  to: ['a', 'b', 'c', 'd'].map((name) => ({
    name: name.repeat(20),
    address: `${name}@example.org`,
  })),
  replyTo: { name: 'Réponse', address: 'reply@example.com' },
  subject:
    '🔥 Grüße aus Łódź: everything that is new, in one long line that has to be folded twice',
  headers: [
    ...listHeaders({
      listId: 'letter.example.com',
      archiveUrl: 'https://example.com/archive',
      unsubscribeUrl: `https://example.com/u?${'x=1&'.repeat(40)}`,
      unsubscribeMailto: 'leave@example.com',
    }),
    { name: 'Feedback-ID', value: '2026-11:letter:galley' },
    { name: 'X-Galley-Issue', value: '2026-11' },
  ],
  text: 'tabs\t\tand   spaces  \n\n\n\n.dot\nFrom here\n\n\n',
  images: [0, 1].map((index) => ({
    cid: `000000000000000${index}@example.com`,
    filename: `Bild-ä-${index}.png`,
    type: 'image/png',
    bytes: makePng(20 + index, 20),
  })),
};

/** A message to be signed. */
export async function compose(changes: Partial<MessageInput> = {}): Promise<Uint8Array> {
  return composeMessage({ ...BASE, ...changes });
}

export function publicHalf(pem: string): KeyObject {
  return createPublicKey(pem);
}

/** A character is a byte. */
export function asText(message: Uint8Array): string {
  return Buffer.from(message).toString('latin1');
}
