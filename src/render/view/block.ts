import type { Block } from '../../issue/schema.ts';
import type { PieceView } from '../view-schema.ts';
import { viewCode } from './code.ts';
import type { SectionContext } from './context.ts';
import { formatDate } from './date.ts';
import { domainOf } from './domain.ts';
import { emptyPiece } from './piece.ts';
import { viewPicture, viewThumbnail } from './picture.ts';
import { viewBoxedProse, viewQuotedProse } from './prose.ts';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** The view of any block but a button, which stands between the runs of a body. */
export function viewBlock(
  block: Exclude<Block, { kind: 'button' }>,
  path: string,
  context: SectionContext,
): PieceView {
  switch (block.kind) {
    case 'image':
      return { ...emptyPiece, image: viewImage(block, path, context) };
    case 'links':
      return { ...emptyPiece, links: viewCards(block, path, context) };
    case 'post':
      return { ...emptyPiece, post: viewPost(block, path, context) };
    case 'video':
      return { ...emptyPiece, video: viewVideo(block, path, context) };
    case 'code':
      return { ...emptyPiece, code: viewCode(block, path, context) };
    case 'quote':
      return { ...emptyPiece, quote: viewQuote(block, path, context) };
    case 'callout':
      return { ...emptyPiece, callout: viewCallout(block, path, context) };
  }
}

// --- internal ---

const cardPicture = 80;
const avatarSide = 48;

function viewImage(block: BlockOf<'image'>, path: string, context: SectionContext) {
  const { input, smarten, pictureWidth } = context;
  const { src, alt, caption, href, width } = block;
  return {
    path,
    picture: viewPicture(input.picture(src), smarten(alt), pictureWidth, width),
    caption: caption === undefined ? null : smarten(caption),
    href: href ?? null,
  };
}

function viewCards(block: BlockOf<'links'>, path: string, context: SectionContext) {
  const cards = block.cards.map((card, index) => {
    const place = `${path}.cards[${index}]`;
    return {
      path: place,
      title: context.smarten(card.title),
      url: card.url,
      domain: domainOf(card.url),
      note: card.note === undefined ? null : viewBoxedProse(card.note, `${place}.note`, context),
      picture:
        card.image === undefined
          ? null
          : viewThumbnail(context.input.picture(card.image), cardPicture),
    };
  });
  return { path, cards };
}

function viewPost(block: BlockOf<'post'>, path: string, context: SectionContext) {
  const { input, smarten } = context;
  const author = smarten(block.author);
  const handle = block.handle ?? null;
  const date = block.date === undefined ? null : formatDate(block.date, input.publication.language);
  const name = handle === null ? author : `${author} (${handle})`;
  return {
    path,
    author,
    handle,
    byline: date === null ? name : `${name}, ${date}`,
    content: viewQuotedProse(block.text, `${path}.text`, context),
    url: block.url,
    domain: domainOf(block.url),
    date,
    avatar:
      block.avatar === undefined ? null : viewThumbnail(input.picture(block.avatar), avatarSide),
  };
}

function viewVideo(block: BlockOf<'video'>, path: string, context: SectionContext) {
  const { input, smarten, pictureWidth } = context;
  const title = smarten(block.title);
  return {
    path,
    title,
    url: block.url,
    domain: domainOf(block.url),
    picture: viewPicture(input.picture(block.thumbnail), title, pictureWidth),
  };
}

function viewQuote(block: BlockOf<'quote'>, path: string, context: SectionContext) {
  const source = block.url === undefined ? null : domainOf(block.url);
  return {
    path,
    content: viewQuotedProse(block.text, `${path}.text`, context),
    by: block.by === undefined ? source : context.smarten(block.by),
    url: block.url ?? null,
  };
}

const toneLabels = { note: 'Note', tip: 'Tip', warning: 'Warning' } as const;

function viewCallout(block: BlockOf<'callout'>, path: string, context: SectionContext) {
  return {
    path,
    label: block.tone === undefined ? null : toneLabels[block.tone],
    content: viewBoxedProse(block.text, `${path}.text`, context),
  };
}
