import { genuine } from './genuine.ts';

/**
 * The element of the mail in a frame that shows what came from a field, or what is nearest around it.
 * `traced` is the same mail with traces: its elements are the same, one for one. Null when nothing of
 * it is seen, or the mail in the frame is another by now.
 */
export function findPlace(frame: HTMLIFrameElement, traced: string, path: string): Element | null {
  const { contentDocument: mail, contentWindow } = frame;
  if (mail === null || contentWindow === null) return null;
  // The frame's own parser: the mail may have inline styles, this page may not.
  const { DOMParser: Parser } = contentWindow as Window & typeof globalThis;
  const twin = new Parser().parseFromString(traced, 'text/html');
  const paths = takePaths(twin);
  const [elements, twins] = [elementsOf(mail), elementsOf(twin)];
  const isSame = (element: Element, index: number) => {
    const other = twins[index];
    return other !== undefined && genuine(other, 'nodeName') === genuine(element, 'nodeName');
  };
  if (elements.length !== twins.length || !elements.every(isSame)) return null;
  for (let wanted = path, isList = false; wanted !== '';) {
    const place = elements.find((element, index) => {
      const its = paths.get(twins[index] ?? twin.documentElement);
      if (its === undefined || !isSeen(element)) return false;
      // What is first in a list is not what is looked for.
      return isList ? its === wanted : isWithin(its, wanted);
    });
    if (place !== undefined) return place;
    isList = wanted.endsWith(']');
    wanted = parentOf(wanted);
  }
  return null;
}

/** Scrolls the frame to an element and marks it for a moment, which changes nothing of the mail. */
export function markPlace(frame: HTMLIFrameElement, place: Element): void {
  const view = frame.contentWindow;
  if (view === null) return;
  const { top, height } = Element.prototype.getBoundingClientRect.call(place);
  const room = Math.max(view.innerHeight - height, view.innerHeight / 4);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  view.scrollTo({
    left: view.scrollX,
    top: view.scrollY + top - room / 2,
    behavior: isCalm ? 'instant' : 'smooth',
  });
  // Both ends are alike: it stands still and then is gone.
  const mark = { outline: '3px solid #d9480f', outlineOffset: '2px' };
  Element.prototype.animate.call(place, [mark, mark], { id: markName, duration: markedFor });
}

/** What the mark is called among the animations of the mail. */
export const markName = 'galley-mark';

// --- internal ---

/** Milliseconds. */
const markedFor = 3000;

/** The fields by the elements they made. Takes away what is in the traced mail alone. */
function takePaths(twin: Document): ReadonlyMap<Element, string> {
  const paths = new Map<Element, string>();
  for (const element of twin.querySelectorAll('[data-path]')) {
    const path = element.getAttribute('data-path') ?? '';
    const around = element.parentElement;
    if (element.matches('span') && element.attributes.length === 1 && around !== null) {
      // It stands in for what can't have a path of its own, such as a button.
      if (!paths.has(around)) paths.set(around, path);
      element.replaceWith(...element.childNodes);
    } else paths.set(element, path);
  }
  return paths;
}

/** Of the body alone: the head that is shown is not quite the mail's. */
function elementsOf(mail: Document): readonly Element[] {
  return [...genuine(mail, 'documentElement').querySelectorAll('body *:not(style)')];
}

function isWithin(path: string, around: string): boolean {
  return path.startsWith(around) && ['', '.', '['].includes(path.charAt(around.length));
}

/** `sections[1].items` for `sections[1].items[0]`. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

function isSeen(element: Element): boolean {
  const { width, height } = Element.prototype.getBoundingClientRect.call(element);
  return width > 0 && height > 0;
}
