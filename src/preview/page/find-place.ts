import { genuine } from './genuine.ts';

/** What a problem is about. */
export interface WantedPlace {
  /** The field, such as `sections[1].items[0].url`. */
  readonly path: string;
  /** What the problem points at in it; null when that is not known. */
  readonly excerpt: string | null;
  /** Of several such pieces of the field, which one: from 0. */
  readonly nth: number;
}

/**
 * The element of the mail in a frame that shows what a problem is about: the one that has its
 * excerpt, else the first that came from the field, or from what is nearest around it. `traced` is the
 * same mail with traces: its elements are the same, one for one. Null when nothing of it is seen, or
 * the mail in the frame is another by now.
 */
export function findPlace(
  frame: HTMLIFrameElement,
  traced: string,
  { path, excerpt, nth }: WantedPlace,
): Element | null {
  const pieces = readPieces(frame, traced)?.filter(({ element }) => isSeen(element)) ?? [];
  const fieldsAround = listAround(path).map(({ field, isList }) =>
    pieces.flatMap((piece) => {
      // What is first in a list is not what is looked for.
      const isOfIt = isList ? piece.field === field : isWithin(piece.field, field);
      return isOfIt ? [piece.element] : [];
    }),
  );
  const [own = [], around = []] = fieldsAround.filter((elements) => elements.length > 0);
  if (excerpt === null) return own[0] ?? null;
  const words = readable(excerpt.replace(/[*_`~]/g, ''));
  // A link stands around what is said of it: the address of an item is that of its title.
  const choices = [addressed(own, excerpt, words), worded(own, words), addressed(around, excerpt)];
  const found = choices.find((elements) => elements.length > 0) ?? own;
  return found === own ? (own[0] ?? null) : (found[Math.min(nth, found.length - 1)] ?? null);
}

// --- internal ---

/** An element of the mail that is shown, and the field it came from. */
interface Piece {
  readonly element: Element;
  readonly field: string;
}

/** Null when the traces are those of another mail. */
function readPieces(frame: HTMLIFrameElement, traced: string): readonly Piece[] | null {
  const { contentDocument: mail, contentWindow } = frame;
  if (mail === null || contentWindow === null) return null;
  // The frame's own parser: the mail may have inline styles, this page may not.
  const { DOMParser: Parser } = contentWindow as Window & typeof globalThis;
  const twin = new Parser().parseFromString(traced, 'text/html');
  const fields = takeFields(twin);
  const [elements, twins] = [elementsOf(mail), elementsOf(twin)];
  const isSame = (element: Element, index: number) => {
    const other = twins[index];
    return other !== undefined && genuine(other, 'nodeName') === genuine(element, 'nodeName');
  };
  if (elements.length !== twins.length || !elements.every(isSame)) return null;
  return elements.flatMap((element, index) => {
    const field = fields.get(twins[index] ?? twin.documentElement);
    return field === undefined ? [] : [{ element, field }];
  });
}

/** The fields by the elements they made. Takes away what is in the traced mail alone. */
function takeFields(twin: Document): ReadonlyMap<Element, string> {
  const fields = new Map<Element, string>();
  for (const element of twin.querySelectorAll('[data-path]')) {
    const field = element.getAttribute('data-path') ?? '';
    const around = element.parentElement;
    if (element.matches('span') && element.attributes.length === 1 && around !== null) {
      // It stands in for what can't have a path of its own, such as a button.
      if (!fields.has(around)) fields.set(around, field);
      element.replaceWith(...element.childNodes);
    } else fields.set(element, field);
  }
  return fields;
}

/** Of the body alone: the head that is shown is not quite the mail's. */
function elementsOf(mail: Document): readonly Element[] {
  return [...genuine(mail, 'documentElement').querySelectorAll('body *:not(style)')];
}

/** A field, then what is around it: `items[0].url`, `items[0]`, `items`. */
function listAround(path: string): readonly { readonly field: string; readonly isList: boolean }[] {
  const fields = [{ field: path, isList: false }];
  for (let field = path; field !== '';) {
    const isList = field.endsWith(']');
    // The masthead has both in one line.
    if (field === 'date') field = 'number';
    else field = field.slice(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['), 0));
    if (field !== '') fields.push({ field, isList });
  }
  return fields;
}

function isWithin(field: string, around: string): boolean {
  return field.startsWith(around) && ['', '.', '['].includes(field.charAt(around.length));
}

/** The elements that have it as an address or an alternative text, and the links that say just that. */
function addressed(pieces: readonly Element[], excerpt: string, words = ''): readonly Element[] {
  return allIn(pieces).filter(
    (element) =>
      ['href', 'src', 'alt'].some((name) => element.getAttribute(name) === excerpt) ||
      (words !== '' && element.matches('a') && readable(element.textContent) === words),
  );
}

/** The innermost elements in which it is said, each as often as it is. */
function worded(pieces: readonly Element[], words: string): readonly Element[] {
  if (words === '') return [];
  const count = (element: Element) => countWords(readable(element.textContent), words);
  return allIn(pieces).flatMap((element) => {
    const isInnermost = [...element.children].every((child) => count(child) === 0);
    return isInnermost ? Array.from({ length: count(element) }, () => element) : [];
  });
}

/** In the order of the mail. */
function allIn(pieces: readonly Element[]): readonly Element[] {
  const all = new Set(pieces.flatMap((piece) => [piece, ...piece.querySelectorAll('*')]));
  return [...all].filter(isSeen);
}

function countWords(text: string, words: string): number {
  const isLetter = /[\p{L}\p{N}]/u;
  let count = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const isCut =
      (isLetter.test(words.charAt(0)) && isLetter.test(text.charAt(at - 1))) ||
      (isLetter.test(words.slice(-1)) && isLetter.test(text.charAt(at + words.length)));
    if (!isCut) count++;
  }
  return count;
}

/** A text as it is written, whatever typography made of it. */
function readable(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/…/g, '...')
    .replace(/-{2,3}|[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function isSeen(element: Element): boolean {
  const { width, height } = Element.prototype.getBoundingClientRect.call(element);
  return width > 0 && height > 0;
}
