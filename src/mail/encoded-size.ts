import { encodeText } from './encode-text.ts';

/**
 * The bytes that a text takes in a message, encoded as `composeMessage` does it: what the size
 * limits of servers count. (Gmail's clip counts the decoded HTML.)
 */
export function encodedSize(text: string): number {
  return encodeText(text).bytes.length;
}
