import type * as z from 'zod/mini';
import type { BlockKind, IssueInput, SectionKind } from './schema.ts';
import type { blockSchemas, sectionSchemas } from './schema.ts';

/*
 * What a `.ts` issue imports: each builder adds the `kind` to the fields it is given, so that a
 * mistake is reported by the editor at the very field.
 */

type SectionInput<Kind extends SectionKind> = z.input<(typeof sectionSchemas)[Kind]>;
type BlockInput<Kind extends BlockKind> = z.input<(typeof blockSchemas)[Kind]>;

/** Types an issue: `export default defineIssue({ … })`. Returns it unchanged. */
export function defineIssue(issue: IssueInput): IssueInput {
  return issue;
}

/** The opening: a greeting and a few words. Exactly one, first. */
export const intro = sectionBuilder('intro');
/** A sponsor's box. */
export const sponsor = sectionBuilder('sponsor');
/** What the author was working on. */
export const workingOn = sectionBuilder('working-on');
/** What the author was reading: linked items with commentary. */
export const reading = sectionBuilder('reading');
/** Tech news: linked items with commentary. */
export const news = sectionBuilder('news');
/** Any other themed part. */
export const topic = sectionBuilder('topic');
/** The closing, with an optional P.S. Exactly one, last. */
export const signOff = sectionBuilder('sign-off');

/** A picture with an optional caption and link. */
export const image = blockBuilder('image');
/** Cards, each leading to a page. */
export const links = blockBuilder('links');
/** A social post. */
export const post = blockBuilder('post');
/** A video, shown as its thumbnail. */
export const video = blockBuilder('video');
/** A piece of code, highlighted. */
export const code = blockBuilder('code');
/** A quotation with its source. */
export const quote = blockBuilder('quote');
/** A button that leads to a page. */
export const button = blockBuilder('button');
/** A boxed remark. */
export const callout = blockBuilder('callout');

// --- internal ---

function sectionBuilder<Kind extends SectionKind>(kind: Kind) {
  return (fields: Omit<SectionInput<Kind>, 'kind'>): SectionInput<Kind> =>
    ({ kind, ...fields }) as SectionInput<Kind>;
}

function blockBuilder<Kind extends BlockKind>(kind: Kind) {
  return (fields: Omit<BlockInput<Kind>, 'kind'>): BlockInput<Kind> =>
    ({ kind, ...fields }) as BlockInput<Kind>;
}
