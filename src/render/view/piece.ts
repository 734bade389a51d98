import type { PieceView } from '../view-schema.ts';

/** A piece of a body of which nothing is set yet. */
export const emptyPiece: PieceView = {
  prose: null,
  image: null,
  links: null,
  post: null,
  video: null,
  code: null,
  quote: null,
  callout: null,
};
