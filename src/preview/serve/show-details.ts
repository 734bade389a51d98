import { readMessage } from '../../mail/read-message.ts';
import type { ReadPart } from '../../mail/read-message.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import type { IssueDetails, MessagePart, Rendering, ShownMessage } from '../model.ts';
import type { LastPrint, OpenIssue } from '../session/session.ts';

/** An issue as the page shows it. */
export function showDetails({ row, diagnostics, print }: OpenIssue): IssueDetails {
  return { row, diagnostics, rendering: print === null ? null : showRendering(print) };
}

/** A node of the MIME tree, without its bytes. */
export function showPart({
  type,
  encoding,
  filename,
  contentId,
  body,
  parts,
}: ReadPart): MessagePart {
  const bytes = body.length;
  return { type, encoding, filename, contentId, bytes, parts: parts.map(showPart) };
}

// --- internal ---

function showRendering({ facts, stale, inbox, printed }: LastPrint): Rendering {
  const html = printed.html.replace(COMMENT, '');
  const links = attributesOf(html, LINK).filter((href) => !href.startsWith('#'));
  const local = new Set(printed.pictures.map(({ url }) => escapeHtml(url)));
  const images = attributesOf(html, IMAGE);
  return {
    facts,
    stale,
    inbox,
    links: { total: links.length, distinct: new Set(links).size },
    hasRemoteImages: images.some((src) => /^https?:/i.test(src) && !local.has(src)),
    message: showMessage(printed.eml),
  };
}

/** Outlook's copies of elements stand in comments; its `<!--[if !mso]><!-->` ends at once. */
const COMMENT = /<!--[^]*?-->/g;
const LINK = /<a\b[^>]*?\shref="([^"]*)"/gi;
const IMAGE = /<img\b[^>]*?\ssrc="([^"]*)"/gi;

function attributesOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, value = '']) => value);
}

function showMessage(eml: Uint8Array): ShownMessage {
  const { headers, root } = readMessage(eml);
  return { bytes: eml.length, headers, root: showPart(root) };
}
