import type { Colour } from './colour.ts';
import { invertLightness, isLight, layOver, readColour, white, writeColour } from './colour.ts';
import { genuine } from './genuine.ts';

/**
 * Changes the colours of a mail as programs do that have a dark mode and don't trust the mail's:
 * `full` inverts every colour (Gmail on iOS), `partial` those on a light background (on Android).
 * Pictures stay. The colours are read first, all of them, and then written: what an element
 * inherits is still as the mail has it.
 */
export function invertMail(mail: Document, kind: 'partial' | 'full'): void {
  const view = genuine(mail, 'defaultView');
  const root = genuine(mail, 'documentElement');
  if (view === null) return;
  const repaints: Repaint[] = [];
  // Behind everything is the body's background, or the white of the program.
  const body = readColour(view.getComputedStyle(genuine(mail, 'body')).backgroundColor);
  collect(view, root, body?.alpha === 1 ? body : white);
  for (const { element, property, colour } of repaints) {
    genuine(element, 'style').setProperty(property, writeColour(colour), 'important');
  }

  function collect(frame: Window, element: HTMLElement, behind: Colour): void {
    const style = frame.getComputedStyle(element);
    const own = readColour(style.backgroundColor);
    const background = own === null || own.alpha === 0 ? behind : layOver(own, behind);
    if (kind === 'full' || isLight(background)) {
      for (const { property, colour } of coloursOf(style)) {
        repaints.push({ element, property, colour: invertLightness(colour) });
      }
      const isRoot = element === root;
      const painted = own !== null && own.alpha > 0 ? own : isRoot ? background : null;
      if (painted !== null) {
        const colour = invertLightness(painted);
        repaints.push({ element, property: 'background-color', colour });
      }
    }
    for (const child of genuine(element, 'children')) {
      if (isStyled(child)) collect(frame, child, background);
    }
  }
}

// --- internal ---

interface Repaint {
  readonly element: HTMLElement;
  readonly property: string;
  readonly colour: Colour;
}

/** Text and the borders that are drawn. */
function coloursOf(style: CSSStyleDeclaration): { property: string; colour: Colour }[] {
  const properties = ['color', ...sides.filter((side) => isDrawn(style, side)).map(colourOf)];
  return properties.flatMap((property) => {
    const colour = readColour(style.getPropertyValue(property));
    return colour === null || colour.alpha === 0 ? [] : [{ property, colour }];
  });
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

function isDrawn(style: CSSStyleDeclaration, side: string): boolean {
  return parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0;
}

function colourOf(side: string): string {
  return `border-${side}-color`;
}

/** Also across documents, where `instanceof` knows only its own. */
function isStyled(element: Element): element is HTMLElement {
  return 'style' in element;
}
