import type { Block, Body, Issue, IssueInput, Section } from '../../issue/schema.ts';
import { sectionSchemas } from '../../issue/schema.ts';
import { placeholderItem, placeholderUrl, todo } from './placeholders.ts';

type SectionInput = IssueInput['sections'][number];

/**
 * The sections of the next roundup: those of the last one in their order, with what recurs (greeting,
 * headings, label of the sponsor, closing) and a TODO for the rest. Of the topics only those return
 * whose heading stood in the roundup before too. Without a roundup there is a usual one.
 */
export function carryOver(last: Issue | null, before: Issue | null): SectionInput[] {
  if (last === null) return usualSections();
  return last.sections
    .filter((section) => section.kind !== 'topic' || recurs(section.heading, before))
    .map(nextOf);
}

/** The sections of a short letter: an opening, one text, a closing. */
export function noteSections(last: Issue | null): SectionInput[] {
  const topic = { kind: 'topic', body: todo('the note itself.') } as const;
  const [intro, signOff] = [openingOf(last), closingOf(last)];
  return [intro, topic, signOff];
}

/** The opening with the greeting of an issue before. */
export function openingOf(last: Issue | null): SectionInput {
  const found = last?.sections.find((section) => section.kind === 'intro');
  const greeting = found?.greeting ?? 'Hello,';
  return { kind: 'intro', greeting, body: todo('a few words of welcome.') };
}

/** The closing of an issue before, without its postscript and its pictures. */
export function closingOf(last: Issue | null): SectionInput {
  const found = last?.sections.find((section) => section.kind === 'sign-off');
  if (found === undefined) return { kind: 'sign-off', body: todo('a few words of goodbye.') };
  return closingAgain(found);
}

/** The heading of a section, unless it has the usual one. */
export function headingOf(section: {
  readonly kind: string;
  readonly heading?: string | undefined;
}) {
  const { heading, kind } = section;
  return heading === undefined || heading === usualHeadings[kind] ? {} : { heading };
}

// --- internal ---

/** From the schema itself. */
const usualHeadings: Readonly<Record<string, string>> = Object.fromEntries(
  (['working-on', 'reading', 'news'] as const).map((kind) => [
    kind,
    sectionSchemas[kind].shape.heading.def.defaultValue,
  ]),
);

function usualSections(): SectionInput[] {
  return [
    openingOf(null),
    { kind: 'working-on', body: todo('what you were working on.') },
    { kind: 'reading', items: [placeholderItem('reading')] },
    { kind: 'news', items: [placeholderItem('news')] },
    closingOf(null),
  ];
}

function recurs(heading: string | undefined, before: Issue | null): boolean {
  if (heading === undefined) return false;
  if (before === null) return true;
  return before.sections.some((section) => section.kind === 'topic' && section.heading === heading);
}

function nextOf(section: Section): SectionInput {
  switch (section.kind) {
    case 'intro':
      return { kind: 'intro', greeting: section.greeting, body: todo('a few words of welcome.') };
    case 'sponsor':
      return {
        kind: 'sponsor',
        name: todo('the sponsor'),
        url: placeholderUrl('sponsor'),
        ...(section.label === 'Sponsored' ? {} : { label: section.label }),
        body: todo('what the sponsor has to say, or delete this section.'),
      };
    case 'working-on':
      return { kind: 'working-on', ...headingOf(section), body: todo('what you were working on.') };
    case 'reading':
    case 'news': {
      const { kind } = section;
      return { kind, ...headingOf(section), items: [placeholderItem(kind)] };
    }
    case 'topic': {
      const { heading } = section;
      return {
        kind: 'topic',
        ...(heading === undefined ? {} : { heading }),
        body: todo('this part.'),
      };
    }
    case 'sign-off':
      return closingAgain(section);
  }
}

function closingAgain({ heading, body, signature }: Section & { kind: 'sign-off' }): SectionInput {
  return {
    kind: 'sign-off',
    ...(heading === undefined ? {} : { heading }),
    body: withoutPictures(body),
    ...(signature === undefined ? {} : { signature }),
  };
}

/** Pictures lie beside their own issue. */
function withoutPictures(body: Body): Body {
  const parts = typeof body === 'string' ? [body] : body;
  const kept = parts.filter((part) => {
    return typeof part === 'string' ? !part.includes('![') : !hasPicture(part);
  });
  if (kept.length === parts.length) return body;
  return kept.length === 0 ? todo('a few words of goodbye.') : kept;
}

function hasPicture(block: Block): boolean {
  switch (block.kind) {
    case 'image':
    case 'video':
      return true;
    case 'post':
      return block.avatar !== undefined;
    case 'links':
      return block.cards.some((card) => card.image !== undefined);
    default:
      return false;
  }
}
