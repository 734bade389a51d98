import type { Interlude, Item, Section } from '../../issue/schema.ts';
import { createLinkList } from '../../markdown/link-list.ts';
import type { RenderInput } from '../render-input.ts';
import type { EntryView, SectionView } from '../view-schema.ts';
import { viewBody } from './body.ts';
import type { SectionContext } from './context.ts';
import { domainOf } from './domain.ts';
import { viewPicture } from './picture.ts';
import { viewBoxedProse, viewProse } from './prose.ts';

/** What all sections of an issue share. */
export type SharedContext = Pick<
  SectionContext,
  'input' | 'htmlFootnotes' | 'textFootnotes' | 'looks' | 'smarten'
>;

/** The view of one section; `index` is its place in the issue. */
export function viewSection(section: Section, index: number, shared: SharedContext): SectionView {
  const path = `sections[${index}]`;
  const context: SectionContext = {
    ...shared,
    links: createLinkList(),
    headingLevel: hasHeading(section) ? 3 : 2,
    pictureWidth: columnWidth(shared.input) - (section.kind === 'sponsor' ? sponsorInset : 0),
  };
  return { ...emptySection, path, ...viewKind(section, path, context) };
}

/** The width of the letter's column, in CSS pixels. */
export function columnWidth({ tokens }: RenderInput): number {
  return tokens.width - 2 * tokens.padding;
}

// --- internal ---

/** The sponsor's box: 20 px of padding and 1 px of border on both sides. */
const sponsorInset = 42;

const emptySection = {
  intro: null,
  sponsor: null,
  workingOn: null,
  reading: null,
  news: null,
  topic: null,
  signOff: null,
};

function hasHeading(section: Section): boolean {
  if (section.kind === 'sponsor') return true;
  return 'heading' in section && section.heading !== undefined;
}

function viewKind(section: Section, path: string, context: SectionContext): Partial<SectionView> {
  const { smarten, links } = context;
  const heading =
    'heading' in section && section.heading !== undefined ? smarten(section.heading) : null;
  switch (section.kind) {
    case 'intro': {
      const body = viewBody(section.body, `${path}.body`, context);
      return { intro: { path, greeting: smarten(section.greeting), body, links: links.entries() } };
    }
    case 'sponsor':
      return { sponsor: viewSponsor(section, path, context) };
    case 'working-on':
    case 'topic': {
      const body = viewBody(section.body, `${path}.body`, context);
      const part = { path, heading, body, links: links.entries() };
      return section.kind === 'topic' ? { topic: part } : { workingOn: part };
    }
    case 'reading':
    case 'news':
      return { [section.kind]: viewItemList(section, path, context) };
    case 'sign-off': {
      const body = viewBody(section.body, `${path}.body`, context);
      const ps = section.ps === undefined ? null : viewProse(section.ps, `${path}.ps`, context);
      return { signOff: { path, heading, body, ps, links: links.entries() } };
    }
  }
}

function viewSponsor(
  section: Extract<Section, { kind: 'sponsor' }>,
  path: string,
  context: SectionContext,
): SectionView['sponsor'] {
  const { input, smarten, links, pictureWidth } = context;
  const [label, name] = [smarten(section.label), smarten(section.name)];
  const { url, image, cta } = section;
  return {
    path,
    label,
    name,
    banner: `${label}: ${name}`,
    url,
    domain: domainOf(url),
    body: viewBody(section.body, `${path}.body`, context),
    picture: image === undefined ? null : viewPicture(input.picture(image), name, pictureWidth),
    cta: cta === undefined ? null : smarten(cta),
    links: links.entries(),
  };
}

function viewItemList(
  section: Extract<Section, { kind: 'reading' | 'news' }>,
  path: string,
  context: SectionContext,
): NonNullable<SectionView['reading']> {
  return {
    path,
    heading: context.smarten(section.heading),
    lead: section.lead === undefined ? null : viewProse(section.lead, `${path}.lead`, context),
    entries: section.items.map((entry, index) =>
      viewEntry(entry, `${path}.items[${index}]`, { ...context, headingLevel: 3 }),
    ),
    links: context.links.entries(),
  };
}

function viewEntry(entry: Item | Interlude, path: string, context: SectionContext): EntryView {
  if (!('url' in entry)) {
    return { item: null, interlude: viewBoxedProse(entry.text, `${path}.text`, context) };
  }
  const { smarten } = context;
  const title = smarten(entry.title);
  const mark = entry.mark ?? null;
  const item = {
    path,
    mark,
    title,
    heading: mark === null ? title : `${mark} ${title}`,
    url: entry.url,
    domain: domainOf(entry.url),
    by: entry.by === undefined ? null : smarten(entry.by),
    note: entry.note === undefined ? null : viewProse(entry.note, `${path}.note`, context),
  };
  return { item, interlude: null };
}
