import { MARK } from '../markup/marks.ts';
import type { Literal, OpenTag, Path } from '../parse/piece.ts';
import { ESCAPE_HELPER, TRIM_HELPER } from './program.ts';
import type { Slot } from '../mjml/prepare-mjml.ts';

/** A node of Handlebars' syntax tree, made by hand and without places. */
export interface HandlebarsNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Puts the slots of a marked text back in their places. */
export function splitAtMarks(text: string, slots: readonly Slot[]): readonly (string | Slot)[] {
  return text.split(new RegExp(MARK, 'g')).map((part, index) => {
    if (index % 2 === 0) return part;
    const slot = slots[Number(part)];
    if (slot === undefined) throw new Error(`MJML’s output has the unknown mark ${part}`);
    return slot;
  });
}

/**
 * Builds Handlebars' syntax tree from texts and tags in turn. Nothing is parsed again, so no text
 * can be taken for a tag. With `escaping` a plain value goes through the `escape` helper.
 */
export function buildProgram(parts: readonly (string | Slot)[], escaping: boolean): HandlebarsNode {
  let at = 0;

  const readBody = (): HandlebarsNode => {
    const body: HandlebarsNode[] = [];
    for (; at < parts.length; at++) {
      const part = parts[at];
      if (part === undefined || isDivider(part)) break;
      const node = readPart(part);
      if (node !== null) body.push(node);
    }
    return { type: 'Program', body, strip: {} };
  };

  const readPart = (part: string | Slot): HandlebarsNode | null => {
    if (typeof part === 'string') return contentNode(part);
    switch (part.kind) {
      case 'text':
        return contentNode(part.text);
      case 'value':
        return escaping && !part.raw
          ? mustacheNode(helperPath(ESCAPE_HELPER), [wordNode(part.path)])
          : mustacheNode(wordNode(part.path), []);
      case 'call':
        return mustacheNode(helperPath(part.helper), part.inputs.map(wordNode), part.options);
      case 'open':
        return readBlock(part.block, part.path);
      case 'trim-start':
        return readBlock(TRIM_HELPER, null);
      default:
        throw new Error(`A block of the compiled template ends before it begins: ${part.kind}`);
    }
  };

  /** From an opening tag, or the `{{else if}}` that goes on as one, to the end of the block. */
  const readBlock = (name: OpenTag['block'] | typeof TRIM_HELPER, path: Path | null) => {
    at++;
    const program = readBody();
    const divider = parts[at];
    let inverse: HandlebarsNode | null = null;
    if (typeof divider === 'object' && divider.kind === 'else') {
      if (divider.path !== null) {
        inverse = { type: 'Program', body: [readBlock('if', divider.path)], strip: {} };
      } else {
        at++;
        inverse = readBody();
      }
    }
    const params = path === null ? [] : [wordNode(path)];
    const block: HandlebarsNode = {
      ...{ type: 'BlockStatement', path: helperPath(name), params, hash: null, program, inverse },
      ...{ openStrip: {}, inverseStrip: {}, closeStrip: {} },
    };
    return block;
  };

  const root = readBody();
  if (at < parts.length) throw new Error('A block of the compiled template ends before it begins');
  return root;
}

// --- internal ---

function isDivider(part: string | Slot): boolean {
  return typeof part === 'object' && ['else', 'close', 'trim-end'].includes(part.kind);
}

function contentNode(value: string): HandlebarsNode | null {
  return value === '' ? null : { type: 'ContentStatement', value, original: value };
}

function mustacheNode(
  path: HandlebarsNode,
  params: readonly HandlebarsNode[],
  options: ReadonlyMap<string, Path | Literal> = new Map(),
): HandlebarsNode {
  const pairs = [...options].map(([key, value]) => ({
    type: 'HashPair',
    key,
    value: wordNode(value),
  }));
  const hash = pairs.length === 0 ? null : { type: 'Hash', pairs };
  return { type: 'MustacheStatement', path, params, hash, escaped: false, strip: {} };
}

function helperPath(name: string): HandlebarsNode {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name };
}

function wordNode(word: Path | Literal): HandlebarsNode {
  if (word.kind === 'literal') {
    const type = `${typeof word.value}Literal`.replace(/^./, (letter) => letter.toUpperCase());
    return { type, value: word.value, original: word.value };
  }
  return {
    type: 'PathExpression',
    data: word.data !== null,
    depth: word.up,
    parts: word.data === null ? word.names : [word.data, ...word.names],
    // `this.` keeps Handlebars from taking a field for a helper of the same name.
    original: word.data === null ? `this.${word.names.join('.')}` : word.text,
    strict: true,
  };
}
