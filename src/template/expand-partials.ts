import { suggestionHint } from '../diagnostics/suggest.ts';
import type { ExpandedPiece, PartialTag, Piece, Text } from './parse/piece.ts';
import { templateError, type Report } from './problem.ts';
import { templateKey, type TemplateKind } from './template-set.ts';

/** The pieces of every template by its key; null for one that could not be read. */
export type ParsedTemplates = ReadonlyMap<string, readonly Piece[] | null>;

/**
 * The pieces of a template with those of its partials in their places, each still knowing its
 * file. A partial with a context stands inside `{{#with context}}`. `included` collects the keys
 * of what was used.
 */
export function expandPartials(
  name: string,
  kind: TemplateKind,
  parsed: ParsedTemplates,
  report: Report,
  included: Set<string>,
): readonly ExpandedPiece[] {
  const expand = (current: string, trail: readonly string[]): readonly ExpandedPiece[] => {
    const key = templateKey(current, kind);
    included.add(key);
    return (parsed.get(key) ?? []).flatMap((piece) => {
      if (piece.kind === 'comment' || piece.kind === 'token') return [];
      if (piece.kind !== 'partial') return [piece];
      if (!parsed.has(templateKey(piece.name, kind))) {
        report(unknownPartial(piece, kind, parsed));
        return [];
      }
      const path = [...trail, piece.name];
      if (trail.includes(piece.name)) {
        report(recursion(piece, path.slice(path.indexOf(piece.name))));
        return [];
      }
      return inContext(piece, fitLine(expand(piece.name, path), piece));
    });
  };
  return expand(name, [name]);
}

// --- internal ---

function inContext(tag: PartialTag, pieces: readonly ExpandedPiece[]): readonly ExpandedPiece[] {
  const { path, span } = tag;
  if (path === null) return pieces;
  return [
    { kind: 'open', block: 'with', ofPartial: true, path, span },
    ...pieces,
    { kind: 'close', block: 'with', span },
  ];
}

/**
 * The line break at the end of a file belongs to the file, not to what it says: it is dropped,
 * unless the partial stands alone on its line, where it ends that line.
 */
function fitLine(pieces: readonly ExpandedPiece[], tag: PartialTag): readonly ExpandedPiece[] {
  const last = pieces.at(-1);
  if (tag.alone) {
    const open = last?.kind === 'value' || last?.kind === 'call';
    if (!open && (last?.kind !== 'text' || last.text.endsWith('\n'))) return pieces;
    return [...pieces, { kind: 'text', text: '\n', span: tag.span }];
  }
  if (last?.kind !== 'text' || !last.text.endsWith('\n')) return pieces;
  const span = { ...last.span, end: last.span.end - 1 };
  const trimmed: Text = { ...last, text: last.text.slice(0, -1), span };
  return [...pieces.slice(0, -1), trimmed];
}

function unknownPartial(tag: PartialTag, kind: TemplateKind, parsed: ParsedTemplates) {
  const ending = templateKey('', kind);
  const names = [...parsed.keys()]
    .filter((key) => key.endsWith(ending))
    .map((key) => key.slice(0, -ending.length));
  const message = `There is no template \`${templateKey(tag.name, kind)}\`.`;
  return templateError('unknown-partial', tag.nameSpan, message, suggestionHint(tag.name, names));
}

function recursion(tag: PartialTag, cycle: readonly string[]) {
  const message = `This template includes itself: ${cycle.join(' → ')}.`;
  const hint = 'Take one of these out; a list of any length is `{{#each}}`.';
  return templateError('recursive-partial', tag.span, message, hint);
}
