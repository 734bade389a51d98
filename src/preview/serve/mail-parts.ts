import { decodeBody } from '../../mail/decode-body.ts';
import type { ReadMessage, ReadPart } from '../../mail/read-message.ts';
import type { ShownAttachment } from '../model.ts';

/** What of a message is shown, and what is offered to be saved. */
export interface MailParts {
  /** What a mail program shows; null where there is none. */
  readonly html: ReadPart | null;
  readonly text: ReadPart | null;
  /** The rest, by their places among all parts. */
  readonly attachments: ReadonlyMap<number, ReadPart>;
  /** Those of them that the HTML may show, by the ids it knows them by. */
  readonly pictures: ReadonlyMap<string, ShownPart>;
}

/** A part and its place among all parts. */
export interface ShownPart {
  readonly index: number;
  readonly part: ReadPart;
}

/** Divides a message into what is shown and what is attached. A message in it is attached. */
export function divideMail({ root }: ReadMessage): MailParts {
  const leaves = listLeaves(root);
  const find = (type: string) =>
    leaves.find(({ part }) => part.type === type && !part.attached)?.part ?? null;
  const [html, text] = [find('text/html'), find('text/plain')];
  const rest = leaves.filter(({ part }) => part !== html && part !== text);
  const pictures = new Map<string, ShownPart>();
  for (const leaf of rest) {
    const { contentId, type } = leaf.part;
    // The first of an id counts, as in mail programs.
    if (contentId !== null && pictureTypes.has(type) && !pictures.has(contentId)) {
      pictures.set(contentId, leaf);
    }
  }
  return {
    html,
    text,
    attachments: new Map(rest.map(({ index, part }) => [index, part])),
    pictures,
  };
}

/** The types that a browser draws and can't be more than pictures: no SVG. */
export const pictureTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

/** What the page lists of the attachments. */
export function showAttachments(parts: MailParts): readonly ShownAttachment[] {
  const { attachments, pictures } = parts;
  const inline = new Set([...pictures.values()].map(({ index }) => index));
  return [...attachments].map(([index, part]) => ({
    index,
    name: attachmentName(part, index),
    type: part.type,
    bytes: decodeBody(part).length,
    isInline: inline.has(index),
  }));
}

/** A name to save a part by: one that is a name on every system and hides nothing. */
export function attachmentName({ filename, type }: ReadPart, index: number): string {
  const last = (filename ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"|?*%]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (clean === '') return `part-${index}${endings[type] ?? '.bin'}`;
  const ending = /\.[^.\s]{1,10}$/u.exec(clean)?.[0] ?? '';
  return (
    clean
      .slice(0, clean.length - ending.length)
      .slice(0, 80)
      .toWellFormed() + ending
  );
}

// --- internal ---

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
};

/** The parts that hold no others, in their order; the parts of an attached message are its own. */
function listLeaves(root: ReadPart): readonly ShownPart[] {
  const leaves: ShownPart[] = [];
  let count = 0;
  const visit = (part: ReadPart): void => {
    const index = count++;
    const isMessage = part.type === 'message/rfc822';
    if (part.parts.length === 0 || isMessage) leaves.push({ index, part });
    else part.parts.forEach(visit);
  };
  visit(root);
  return leaves;
}
