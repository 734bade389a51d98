import { suggestionHint } from '../../diagnostics/suggest.ts';
import type { BlockTag, Path } from '../parse/piece.ts';
import { templateError, type Report } from '../problem.ts';
import type { Shape } from './shape.ts';

/** A value a template reaches, and a name for it that two ways to the same value share. */
export interface Found {
  /** Null when nothing is known about it, because of a mistake that is reported already. */
  readonly shape: Shape | null;
  readonly id: string;
}

interface Block {
  /** The context the block goes into, for `each` and `with`. */
  readonly scope: Found | null;
  readonly loop: boolean;
  /** Values that are not null inside this part of the block. */
  readonly present: readonly string[];
  /** The same for its `{{else}}`. */
  readonly presentInElse: readonly string[];
}

/** What paths mean at one place of a template: the open blocks around it, outermost first. */
export interface Scope {
  readonly root: Found;
  readonly blocks: readonly Block[];
}

/** The place outside all blocks. */
export function rootScope(shape: Shape): Scope {
  return { root: { shape, id: '@root' }, blocks: [] };
}

/** Finds the value of a path; null when there is none, which is reported. */
export function findValue(path: Path, scope: Scope, report: Report): Found | null {
  if (path.data !== null && path.data !== 'root') return findLoopValue(path, scope, report);
  const contexts = [scope.root, ...scope.blocks.flatMap((block) => block.scope ?? [])];
  const start = path.data === 'root' ? scope.root : contexts.at(-1 - path.up);
  if (start === undefined) {
    const message = `\`${path.text}\` leads out of the data: only ${contexts.length - 1} contexts are open around it.`;
    report(templateError('unknown-value', path.span, message, 'Take a `../` away.'));
    return null;
  }
  let found = start;
  for (const name of path.names) {
    const field = findField(found, name, path, scope, contexts, report);
    if (field === null) return null;
    found = field;
  }
  return found;
}

/** True when a value can be null at a place: no block around it makes sure of it. */
export function mayBeAbsent({ shape, id }: Found, scope: Scope): boolean {
  if (shape?.nullable !== true) return false;
  return !scope.blocks.some((block) => block.scope?.id === id || block.present.includes(id));
}

/** The place after a block tag. `value` is what its path leads to, null if unknown. */
export function enterBlock(tag: BlockTag, value: Found | null, scope: Scope): Scope {
  const { root, blocks } = scope;
  if (tag.kind === 'close') return { root, blocks: blocks.slice(0, -1) };
  const ids = value === null ? [] : [value.id];
  if (tag.kind === 'else') {
    const block = blocks.at(-1);
    const present = [...(block?.presentInElse ?? []), ...ids];
    const divided = {
      scope: null,
      loop: false,
      present,
      presentInElse: block?.presentInElse ?? [],
    };
    return { root, blocks: [...blocks.slice(0, -1), divided] };
  }
  const unless = tag.block === 'unless';
  const block = {
    scope: contextOf(tag.block, value, scope),
    loop: tag.block === 'each',
    present: unless ? [] : ids,
    presentInElse: unless ? ids : [],
  };
  return { root, blocks: [...blocks, block] };
}

// --- internal ---

function contextOf(block: string, value: Found | null, scope: Scope): Found | null {
  if (block !== 'each' && block !== 'with') return null;
  if (block === 'each') {
    const shape = value?.shape?.kind === 'list' ? value.shape.of : null;
    return { shape, id: `${value?.id ?? ''}[${scope.blocks.length}]` };
  }
  // Handlebars opens no new context for the value that is the context already.
  const current = scope.blocks.findLast((open) => open.scope !== null)?.scope ?? scope.root;
  if (value?.id === current.id) return null;
  const fits = value?.shape?.kind === 'object' || value?.shape?.kind === 'list';
  return fits ? value : { shape: null, id: value?.id ?? '' };
}

function findLoopValue(path: Path, scope: Scope, report: Report): Found | null {
  const looping = scope.blocks.some((block) => block.loop);
  if (looping && path.names.length === 0) {
    return {
      shape: { kind: path.data === 'index' ? 'number' : 'flag', nullable: false },
      id: path.text,
    };
  }
  const message = looping
    ? `\`@${path.data ?? ''}\` has no fields.`
    : `\`${path.text}\` has a value only inside \`{{#each}}\`.`;
  report(
    templateError('unknown-value', path.span, message, 'Use it inside an `{{#each}}` as it is.'),
  );
  return null;
}

function findField(
  holder: Found,
  name: string,
  path: Path,
  scope: Scope,
  contexts: readonly Found[],
  report: Report,
): Found | null {
  const { shape, id } = holder;
  if (shape === null) return { shape: null, id: `${id}.${name}` };
  if (shape.kind !== 'object') {
    const message = `\`${path.text}\` leads nowhere: \`${name}\` is asked of a ${NOUN[shape.kind]}, which has no fields.`;
    const hint =
      outerHint(name, contexts) ?? 'Let the view give what is wanted here as a value of its own.';
    report(templateError('unknown-value', path.span, message, hint));
    return null;
  }
  const field = shape.fields.get(name);
  if (field === undefined) {
    const hint = outerHint(name, contexts) ?? suggestionHint(name, [...shape.fields.keys()]);
    report(
      templateError('unknown-value', path.span, `The data has no \`${path.text}\` here.`, hint),
    );
    return null;
  }
  if (mayBeAbsent(holder, scope)) {
    const owner = id.split('.').at(-1) ?? id;
    const message = `\`${path.text}\` goes through \`${owner}\`, which may be absent here.`;
    const hint = `Put it inside \`{{#if ${owner}}}\` or \`{{#with ${owner}}}\`.`;
    report(templateError('absent-value', path.span, message, hint));
  }
  return { shape: field, id: `${id}.${name}` };
}

/** `../name` when an outer context has the field. */
function outerHint(name: string, contexts: readonly Found[]): string | undefined {
  for (let up = 1; up < contexts.length; up++) {
    const outer = contexts.at(-1 - up)?.shape;
    if (outer?.kind === 'object' && outer.fields.has(name)) {
      return `Did you mean \`${'../'.repeat(up)}${name}\`?`;
    }
  }
  return undefined;
}

/** What an author calls each kind of value. */
const NOUN: Record<Shape['kind'], string> = {
  object: 'group of fields',
  list: 'list',
  text: 'text',
  number: 'number',
  html: 'piece of HTML',
  flag: 'flag',
};
