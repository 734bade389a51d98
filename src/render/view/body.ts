import type { Block, Body } from '../../issue/schema.ts';
import type { BodyView, PieceView } from '../view-schema.ts';
import { viewBlock } from './block.ts';
import type { SectionContext } from './context.ts';
import { emptyPiece } from './piece.ts';
import { viewProse } from './prose.ts';

/** The view of a body: its pieces in runs, cut at the buttons. */
export function viewBody(body: Body, path: string, context: SectionContext): BodyView {
  if (typeof body === 'string') return { run: [viewPiece(body, path, context)], rest: [] };
  const first: PieceView[] = [];
  const rest: { button: BodyView['rest'][number]['button']; run: PieceView[] }[] = [];
  let run = first;
  body.forEach((part, index) => {
    const place = `${path}[${index}]`;
    if (isButton(part)) {
      run = [];
      const button = { path: place, label: context.smarten(part.text), url: part.url };
      rest.push({ button, run });
    } else {
      run.push(viewPiece(part, place, context));
    }
  });
  return { run: first, rest };
}

// --- internal ---

type Button = Extract<Block, { kind: 'button' }>;

function isButton(part: string | Block): part is Button {
  return typeof part !== 'string' && part.kind === 'button';
}

function viewPiece(
  part: string | Exclude<Block, Button>,
  path: string,
  context: SectionContext,
): PieceView {
  if (typeof part !== 'string') return viewBlock(part, path, context);
  return { ...emptyPiece, prose: viewProse(part, path, context) };
}
