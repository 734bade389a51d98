import { expect } from 'vitest';
import { sha256 } from '../../src/files/hash.ts';
import { composeMessage } from '../../src/mail/compose-message.ts';
import type { InlineImage, MessageInput } from '../../src/mail/message-input.ts';
import { makePng } from './make-image.ts';

/** A message that lacks nothing; tests change what they are about. */
export const BASE: MessageInput = {
  from: { name: 'Ada Lovelace', address: 'ada@example.com' },
  to: [{ address: 'charles@example.org' }],
  subject: 'The first issue',
  date: new Date('2026-11-01T00:00:00Z'),
  messageId: 'one@example.com',
  headers: [],
  text: 'Hello\n\n-- \nAda\n',
  html: '<!doctype html><p>Grüße</p>',
  images: [],
  boundarySeed: 'the content',
};

export function makeImage(index: number, filename = `picture-${index}.png`): InlineImage {
  const cid = `${sha256(String(index)).slice(0, 16)}@example.com`;
  return { cid, filename, type: 'image/png', bytes: makePng(20 + index, 20) };
}

/** Composes, and checks what holds for every message. */
export async function compose(changes: Partial<MessageInput> = {}): Promise<string> {
  const input = { ...BASE, ...changes };
  const bytes = await composeMessage(input);
  const message = Buffer.from(bytes).toString('latin1');
  expect(message).toMatch(/^(?:[\t -~]|\r\n)*$/);
  expect(message).not.toMatch(/^(?:bcc|x-mailer):/im);
  for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  for (const line of bodyLines(message)) {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(line).not.toMatch(/^From /);
  }
  return message;
}

/** The lines that are neither headers nor boundaries. */
export function bodyLines(message: string): string[] {
  const [, ...parts] = message.split(/\r\n--=_galley[^\r]*\r\n/);
  return parts.flatMap((part) => part.slice(part.indexOf('\r\n\r\n') + 4).split('\r\n'));
}

export function headersOf(message: string): string[] {
  return message
    .slice(0, message.indexOf('\r\n\r\n'))
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
}

/** The types of the parts, nested as they are. */
export function structureOf(message: string): string {
  const types = message.matchAll(/^(?:Content-Type: ([a-z]+\/[a-z]+)|--(=_galley[^\r]*)--\r)/gm);
  return [...types].map(([, type]) => type ?? 'end').join(' ');
}

/** A part's text as it was, but for the kind of line breaks. The parser adds a last one. */
export function bodyOf(text: string | undefined): string {
  const lines = (text ?? '\n').replace(/\r\n?/g, '\n');
  expect(lines).toMatch(/\n$/);
  return lines.slice(0, -1);
}
