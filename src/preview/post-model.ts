/*
 * The part of the model that is about messages, sending, the outbox and the log. Types alone.
 */

/** The message as it is sent. */
export interface ShownMessage {
  /** Bytes of the whole message. */
  readonly bytes: number;
  /** In their order, unfolded and decoded. */
  readonly headers: readonly MessageHeader[];
  readonly root: MessagePart;
}

export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

/** A node of the MIME tree (RFC 2045, RFC 2046). */
export interface MessagePart {
  /** Such as `multipart/alternative`, in small letters. */
  readonly type: string;
  /** Such as `quoted-printable`; null where none is written. */
  readonly encoding: string | null;
  readonly filename: string | null;
  /** Without its angle brackets. */
  readonly contentId: string | null;
  /** Bytes of the body as it is encoded, its parts with it. */
  readonly bytes: number;
  readonly parts: readonly MessagePart[];
}

/** A send of test mails: `POST /api/send/:slug` begins one, and answers with it. */
export interface ShownSend {
  /** Counts the sends since the preview started. */
  readonly id: number;
  readonly slug: string;
  readonly isDone: boolean;
  /** One a recipient, in their order. */
  readonly mails: readonly ShownDelivery[];
  /** What may keep the mails from arriving, each a sentence or two. */
  readonly warnings: readonly string[];
  /** What went wrong beside single mails, each with what to do. */
  readonly problems: readonly ShownProblem[];
}

/** What becomes of the test mail to one recipient. */
export interface ShownDelivery {
  readonly to: string;
  /** From `waiting` to `sending` to what `galley send` calls it. */
  readonly status:
    'waiting' | 'sending' | 'accepted' | 'rejected' | 'unknown' | 'outbox' | 'not-sent';
  /** Of the bytes of the message, how many the server has; both 0 until they are known. */
  readonly sent: number;
  readonly bytes: number;
  /** The server's last answer, or what happened when it gave none; empty until then. */
  readonly answer: string;
  /** Its name in the outbox; null if it isn't there. */
  readonly outbox: string | null;
  readonly problem: ShownProblem | null;
}

/** What happened, and what to do about it. */
export interface ShownProblem {
  readonly message: string;
  readonly hint: string;
}

/** What was sent of an issue: `GET /api/issues/:slug/log`. */
export interface IssueLog {
  /** The newest first. */
  readonly entries: readonly LogEntry[];
  /** Lines of the whole log that can't be read. */
  readonly damaged: number;
  /** Why the log can't be read at all; null when it can. */
  readonly problem: ShownProblem | null;
}

export interface LogEntry {
  /** ISO 8601 in UTC. */
  readonly when: string;
  readonly to: string;
  readonly status: string;
  readonly answer: string;
  readonly messageId: string;
}

/** The outbox: `GET /api/outbox`. */
export interface ShownOutbox {
  /** The newest first; at most 200. */
  readonly mails: readonly OutboxLine[];
  /** How many there are in all. */
  readonly total: number;
}

/** A mail in the outbox. What is in it may come from anyone who can write there. */
export interface OutboxLine {
  /** Of its file, in `out/outbox/`. */
  readonly name: string;
  /** When it was put there, ISO 8601 in UTC. */
  readonly when: string;
  readonly bytes: number;
  readonly to: string;
  readonly subject: string;
}

/** One mail of the outbox: `GET /api/outbox/:name`. */
export interface OutboxDetails extends OutboxLine {
  readonly message: ShownMessage;
  /** What is in it beside what the views show. */
  readonly attachments: readonly ShownAttachment[];
  readonly hasHtml: boolean;
  readonly hasText: boolean;
  /** True when pictures come from the web: they are only fetched on demand. */
  readonly hasRemoteImages: boolean;
  /** True when it is too large to be shown whole. */
  readonly isCut: boolean;
}

export interface ShownAttachment {
  /** In the address that downloads it. */
  readonly index: number;
  /** As it is saved. */
  readonly name: string;
  /** As the mail calls it, which may be wrong. */
  readonly type: string;
  /** When it is decoded. */
  readonly bytes: number;
  /** True for a picture that belongs to the HTML. */
  readonly isInline: boolean;
}
