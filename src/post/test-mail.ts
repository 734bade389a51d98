import { sha256 } from '../files/hash.ts';
import type { DkimKey } from '../mail/dkim/sign-message.ts';
import { composeIssue } from '../press/compose-issue.ts';
import type { Press } from '../press/press.ts';
import type { PrintedIssue, ReadyIssue } from '../press/print-issue.ts';
import { printIssue } from '../press/print-issue.ts';
import type { Publication } from '../workspace/publication.ts';

/** An issue printed for test mails. */
export interface TestLetter {
  readonly slug: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Bytes of its pictures. */
  readonly pictureBytes: number;
  /** The SHA-256 of the reader's mail: of `out/<slug>/email.eml`, when that is up to date. */
  readonly contentHash: string;
  /** The message to one recipient. Throws a UserError when it is to be signed and can't be. */
  compose(stamp: MailStamp): Promise<TestMail>;
}

/** What makes a mail this one and no other. */
export interface MailStamp {
  readonly to: string;
  readonly date: Date;
  /** The part of the Message-ID before the `@`; new for each mail. */
  readonly id: string;
}

/** One test mail, complete. */
export interface TestMail {
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly message: Uint8Array;
}

/**
 * Prints an issue for test mails: as its readers will get it, but marked in the subject and by
 * `X-Galley-Issue`, and with an unsubscribe address that does nobody any harm when it is tried.
 */
export async function printTestLetter(
  press: Press,
  slug: string,
  ready: ReadyIssue,
  dkim: DkimKey | null,
): Promise<TestLetter> {
  const publication = withoutToken(press.publication);
  const readers = await printIssue(press, slug, ready);
  const printed =
    publication === press.publication
      ? readers
      : await printIssue({ ...press, publication }, slug, ready);
  const subjectPrefix = ready.issue.status === 'draft' ? '[TEST] [DRAFT] ' : '[TEST] ';
  const input = { ...printed, slug, issue: ready.issue, publication };
  const headers = [{ name: 'X-Galley-Issue', value: slug }];
  return {
    slug,
    subject: subjectPrefix + printed.subject,
    html: printed.html,
    text: printed.text,
    pictureBytes: countPictureBytes(printed),
    contentHash: sha256(readers.eml),
    async compose({ to, date, id }) {
      const form = { to: { address: to }, subjectPrefix, date, messageId: id, headers };
      const message = await composeIssue(input, form);
      return {
        to,
        messageId: readMessageId(message),
        subject: subjectPrefix + printed.subject,
        message: dkim === null ? message : await sign(message, dkim),
      };
    },
  };
}

// --- internal ---

/**
 * A reader's token can stand in the query or the fragment of an unsubscribe URL; an email service's
 * merge tag is only filled in by that service.
 */
function withoutToken(publication: Publication): Publication {
  const { unsubscribe } = publication;
  if (unsubscribe?.url === undefined || !/[?#]/.test(unsubscribe.url)) return publication;
  const url = unsubscribe.url.replace(/[?#].*$/s, '');
  return { ...publication, unsubscribe: { ...unsubscribe, url } };
}

function countPictureBytes({ pictures }: PrintedIssue): number {
  const distinct = new Map(pictures.map(({ image }) => [image.hash16, image.bytes.length]));
  return [...distinct.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function readMessageId(message: Uint8Array): string {
  const start = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const headers = start.toString('latin1', 0, start.indexOf('\r\n\r\n'));
  return /^message-id:\s*(\S+)/im.exec(headers)?.[1] ?? '';
}

/** Loaded only by those who sign. */
async function sign(message: Uint8Array, key: DkimKey): Promise<Uint8Array> {
  const { signMessage } = await import('../mail/dkim/sign-message.ts');
  return signMessage(message, key);
}
