import type { MessageHeader } from './message-headers.ts';

/** A name, if there is one, and an address. */
export interface Mailbox {
  readonly name?: string | undefined;
  readonly address: string;
}

/** An image that travels with the message; the HTML shows it by `src="cid:<cid>"`. */
export interface InlineImage {
  /** Without angle brackets: `<hash16>@<from domain>`. */
  readonly cid: string;
  readonly filename: string;
  /** Such as `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** All that a message is made of. The same input gives the same bytes. */
export interface MessageInput {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly replyTo?: Mailbox | undefined;
  readonly subject: string;
  readonly date: Date;
  /** With or without angle brackets. */
  readonly messageId: string;
  /** Further headers, such as those of `listHeaders`, in this order. */
  readonly headers: readonly MessageHeader[];
  readonly text: string;
  readonly html: string;
  readonly images: readonly InlineImage[];
  /** The boundaries are made from it: a hash of the content, or anything of this message's own. */
  readonly boundarySeed: string;
}
