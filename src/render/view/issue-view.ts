import { createCounter } from '../../markdown/counter.ts';
import { smartenText } from '../../markdown/smarten.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { createLooks } from '../looks.ts';
import type { Direction } from '../looks.ts';
import type { RenderInput } from '../render-input.ts';
import type { Html, IssueView } from '../view-schema.ts';
import { formatDate } from './date.ts';
import { viewParts } from './parts.ts';
import { preheaderFiller } from './preheader.ts';
import { columnWidth, viewSection } from './section.ts';
import { viewSignature } from './signature.ts';

/** Makes every decision about an issue, so that a template only lays out. */
export function viewIssue(input: RenderInput): IssueView {
  const { issue, publication, slug, words } = input;
  const { language, typography: smart } = publication;
  const smarten = (text: string) => smartenText(text, { language, smart });
  const shared = {
    input,
    smarten,
    htmlFootnotes: createCounter(),
    textFootnotes: createCounter(),
    looks: createLooks(input.tokens, directionOf(publication)),
  };
  const sections = issue.sections.map((section, index) => viewSection(section, index, shared));
  const preheader = smarten(issue.preheader);
  return {
    slug,
    number: issue.number,
    date: issue.date,
    dateText: formatDate(issue.date, language),
    subject: smarten(issue.subject),
    title: smarten(issue.title ?? issue.subject),
    preheader,
    preheaderFiller: preheaderFiller(preheader),
    words,
    hasCode: input.hasCode,
    minutes: readingMinutes(words),
    viewInBrowser:
      publication.viewInBrowser === undefined ? null : fillSlug(publication.viewInBrowser, slug),
    publication: viewPublication(input, smarten),
    unsubscribe: viewUnsubscribe(input),
    sections,
    parts: viewParts(sections, input),
    signature: viewSignature({ ...shared, pictureWidth: columnWidth(input) }),
  };
}

/** Reading time at 265 words a minute, rounded up, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.ceil(words / 265));
}

/** Puts the slug where a URL of the config says `{slug}`. */
export function fillSlug(url: string, slug: string): string {
  return url.replaceAll('{slug}', slug);
}

// --- internal ---

/** Languages whose usual script runs from right to left. */
const rightToLeft = /^(ar|dv|fa|he|ks|ps|sd|ug|ur|yi)$/;

function viewPublication(
  { publication }: RenderInput,
  smarten: (text: string) => string,
): IssueView['publication'] {
  const { name, tagline, url, language, reason, postalAddress } = publication;
  const dir = directionOf(publication);
  return {
    name: smarten(name),
    tagline: tagline === undefined ? null : smarten(tagline),
    url: url ?? null,
    language,
    dir,
    start: dir === 'rtl' ? 'right' : 'left',
    reason: reason === undefined ? null : smarten(reason),
    postalAddress: postalAddress ?? null,
  };
}

function directionOf({ dir, language }: RenderInput['publication']): Direction {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return dir ?? (rightToLeft.test(primary) ? 'rtl' : 'ltr');
}

/** The service's merge tag, which it replaces when it sends, else the URL, else the address. */
function viewUnsubscribe({ publication }: RenderInput): IssueView['unsubscribe'] {
  const { tag, url, mailto } = publication.unsubscribe ?? {};
  if (tag !== undefined) return { href: tag as Html, text: tag };
  const address = url ?? (mailto === undefined ? null : `mailto:${mailto}`);
  return address === null ? null : { href: escapeHtml(address) as Html, text: address };
}
