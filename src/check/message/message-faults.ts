import { isAscii } from 'node:buffer';
import { decodeText } from '../../mail/decode-body.ts';
import type { MessageHeader } from '../../mail/message-headers.ts';
import type { ReadMessage, ReadPart } from '../../mail/read-message.ts';

/** A rule of mail that a message breaks. */
export interface MessageFault {
  /** In a sentence, without its full stop. */
  readonly what: string;
  /** The `Content-ID` it is about, where it is about one. */
  readonly contentId?: string;
}

/** What a message is held to beside the rules that are the same for all. */
export interface MessageNeeds {
  /** The part of the sender's address after the @, in ASCII. */
  readonly domain: string;
  /** Names of headers that the config asks for. */
  readonly headers: readonly string[];
}

/** Everything that is wrong with the form of a message: its bytes, its headers, its parts. */
export function messageFaults(
  bytes: Uint8Array,
  message: ReadMessage,
  needs: MessageNeeds,
): readonly MessageFault[] {
  return [
    ...byteFaults(bytes),
    ...headerFaults(message.headers, needs),
    ...treeFaults(message.root),
    ...pictureFaults(message.root, needs.domain),
  ];
}

// --- internal ---

/**
 * RFC 5322 sections 2.1.1 and 2.3, RFC 2045 section 6.7. Line by line, since pictures make a message
 * megabytes long.
 */
function byteFaults(bytes: Uint8Array): MessageFault[] {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const longest = { header: 0, body: 0 };
  let isBare = false;
  let part: keyof typeof longest = 'header';
  for (let start = 0, next = 0; start < message.length; start = next) {
    const found = message.indexOf(LF, start);
    next = found === -1 ? message.length : found + 1;
    const end = message.indexOf(CR, start);
    isBare ||= end !== next - 2;
    const length = next - start - '\r\n'.length;
    longest[part] = Math.max(longest[part], length);
    // An empty line ends the header of the message or of a part, which a boundary begins.
    if (length === 0) part = 'body';
    else if (message[start] === HYPHEN && message[start + 1] === HYPHEN) part = 'header';
  }
  return broken([
    [!isAscii(bytes), 'a letter that is not ASCII stands in it unencoded'],
    [isBare, 'a line ends with something other than CRLF'],
    [longest.header > 998, 'a line of its header is longer than 998 characters'],
    [longest.body > 76, 'a line of its body is longer than 76 characters'],
  ]);
}

const [LF, CR, HYPHEN] = [0x0a, 0x0d, 0x2d];

/** RFC 5322 section 3.6; in a file that can be handed on, a Bcc would tell of somebody. */
function headerFaults(
  headers: readonly MessageHeader[],
  { domain, headers: asked }: MessageNeeds,
): MessageFault[] {
  const valuesOf = (name: string) =>
    headers.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const once = [...alwaysThere, ...asked].map((name): Check => {
    const count = valuesOf(name).length;
    return [count !== 1, `the header ${name} is there ${count} times, not once`];
  });
  const id = valuesOf('Message-ID')[0]?.value ?? '';
  return broken([
    ...once,
    [!id.endsWith(`@${domain}>`), "its Message-ID is not at the sender's domain"],
    [valuesOf('Bcc').length > 0, 'the header Bcc stands in it'],
  ]);
}

const alwaysThere = ['From', 'To', 'Subject', 'Date', 'MIME-Version', 'Message-ID'];

/** RFC 2046 section 5.1.4: text, then HTML; RFC 2387: the HTML, then what belongs to it. */
function treeFaults(root: ReadPart): MessageFault[] {
  const [text, second] = root.parts;
  const html = second?.type === 'multipart/related' ? second.parts[0] : second;
  const isAlternative =
    root.type === 'multipart/alternative' &&
    root.parts.length === 2 &&
    text?.type === 'text/plain' &&
    html?.type === 'text/html';
  if (!isAlternative) return [{ what: 'it is not plain text beside HTML (multipart/alternative)' }];
  const parts = [
    { name: 'plain text', part: text },
    { name: 'HTML', part: html },
  ];
  return parts.flatMap(({ name, part }) =>
    broken([
      [part.charset !== 'utf-8', `its ${name} is not marked as UTF-8`],
      [!encodings.has(part.encoding ?? ''), `its ${name} is neither quoted-printable nor 7bit`],
      [isBlank(part), `its ${name} is empty`],
    ]),
  );
}

const encodings: ReadonlySet<string> = new Set(['quoted-printable', '7bit']);

/** Encoded or not: spaces, line breaks and what continues a line. */
function isBlank({ body }: ReadPart): boolean {
  return /^(?:\s|=20|=\r\n)*$/.test(Buffer.from(body).toString('latin1'));
}

/** RFC 2392: the HTML shows each picture by its Content-ID; another is listed as an attachment. */
function pictureFaults({ parts: [, second] }: ReadPart, domain: string): MessageFault[] {
  const isRelated = second?.type === 'multipart/related';
  const pictures = isRelated ? second.parts.slice(1) : [];
  const html = isRelated ? second.parts[0] : second;
  // In an author's text, quotation marks are escaped.
  const source = html === undefined ? '' : decodeText(html);
  const shown = new Set([...source.matchAll(/=\s*["']cid:([^"']*)/gi)].map(([, id = '']) => id));
  const carried = pictures.map(({ contentId }) => contentId ?? '');
  const strays = [...shown].filter((id) => !carried.includes(id));
  return [
    ...carried.flatMap((contentId, index) =>
      broken([
        [!contentId.endsWith(`@${domain}`), "a picture's Content-ID is not at the sender's domain"],
        [carried.indexOf(contentId) !== index, 'two pictures have the same Content-ID'],
        [!shown.has(contentId), 'it carries a picture that its HTML does not show'],
      ]).map((fault) => ({ ...fault, contentId })),
    ),
    ...strays.map((contentId) => ({
      what: `its HTML shows a picture \`cid:${contentId}\` that it does not carry`,
      contentId,
    })),
  ];
}

type Check = readonly [isBroken: boolean, what: string];

function broken(checks: readonly Check[]): MessageFault[] {
  return checks.flatMap(([isBroken, what]) => (isBroken ? [{ what }] : []));
}
