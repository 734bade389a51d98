import { decodeEscapes } from '../decode-escapes.ts';
import { createDecoder } from '../decoded.ts';
import type { SourceNode, StringPart } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import type { Expression, TaggedTemplate, TemplateLiteral } from './typescript-ast.ts';
import { type NodeContext, stretchOf } from './typescript-context.ts';

/** The literals and expressions that a text is put together from. */
export function partsOf(
  expression: Expression,
  whole: Stretch,
  context: NodeContext,
): readonly StringPart[] {
  const { text } = context.module;
  switch (expression.type) {
    case 'StringLiteral':
      return [{ stretch: whole, decoded: decodeEscapes(text, whole.start + 1, whole.end - 1) }];
    case 'NumericLiteral':
      return [{ ...writtenPart(String(expression.value), whole), isNumber: true }];
    case 'BooleanLiteral':
      return [{ ...writtenPart(String(expression.value), whole), isNumber: true }];
    case 'TemplateLiteral':
      return templateParts(expression, context);
    case 'TaggedTemplateExpression':
      return templateParts(expression.quasi, context, isRaw(expression));
    case 'BinaryExpression': {
      const { left, operator, right } = expression;
      if (operator !== '+' || left.type === 'PrivateName') break;
      const sides = [left, right].flatMap((side) => {
        return usedAt(context.nodeOf(side, context).parts(), stretchOf(side, context));
      });
      if (sides.every(({ isNumber }) => isNumber === true)) break;
      return sides;
    }
  }
  return [{ stretch: whole, decoded: null }];
}

/** The parts of a list whose members are joined; null when their number isn't known. */
export function joinedParts(
  list: SourceNode,
  separator: string,
  at: Stretch,
): readonly StringPart[] | null {
  const members = list.members?.();
  if (members === undefined || members.some(({ counts }) => counts === 'unknown')) return null;
  return members.flatMap(({ node }, index) => {
    const { whole } = node;
    const isInside = whole.file === at.file && whole.start >= at.start && whole.end <= at.end;
    const end = isInside ? { ...whole, start: whole.end } : at;
    return index === 0 ? node.parts() : [emptyPart(separator, end), ...node.parts()];
  });
}

// --- internal ---

function templateParts(
  template: TemplateLiteral,
  context: NodeContext,
  raw = false,
): readonly StringPart[] {
  return template.quasis.flatMap((quasi, index) => {
    const stretch = stretchOf(quasi, context);
    const decoded = raw ? copied(stretch) : decodeEscapes(stretch.text, stretch.start, stretch.end);
    const value = template.expressions[index] as Expression | undefined;
    const next = template.quasis[index + 1];
    if (value === undefined || next === undefined) return [{ stretch, decoded }];
    // From `${` to `}`.
    const use = { ...stretch, start: stretch.end, end: next.start ?? stretch.end };
    return [{ stretch, decoded }, ...usedAt(context.nodeOf(value, context).parts(), use)];
  });
}

/** Parts with where they are used: a literal may stand far from there. */
function usedAt(parts: readonly StringPart[], use: Stretch): readonly StringPart[] {
  return parts.map((part) => {
    const { settle } = part;
    const settled =
      settle === undefined ? {} : { settle: (text: string) => usedAt(settle(text), use) };
    return { ...part, ...settled, uses: [...(part.uses ?? []), use] };
  });
}

function isRaw({ tag }: TaggedTemplate): boolean {
  if (tag.type !== 'MemberExpression' || tag.object.type !== 'Identifier') return false;
  return tag.object.name === 'String' && 'name' in tag.property && tag.property.name === 'raw';
}

/** A text that all of a stretch stands for. */
function writtenPart(value: string, stretch: Stretch): StringPart {
  const decoder = createDecoder();
  decoder.add(value, stretch.start, stretch.end);
  return { stretch, decoded: decoder.result() };
}

/** A text that is not written where it is. */
function emptyPart(value: string, at: Stretch): StringPart {
  const decoder = createDecoder();
  decoder.add(value, at.start, at.start);
  return { stretch: { ...at, end: at.start }, decoded: decoder.result() };
}

function copied({ text, start, end }: Stretch) {
  const decoder = createDecoder();
  decoder.copy(text, start, end);
  return decoder.result();
}
