import type { Choice } from './choice.ts';
import { writeChoice } from './choice.ts';
import type { WantedPlace } from './find-place.ts';

/** The events by which elements ask for what only the desk can do; they bubble. */
declare global {
  interface HTMLElementEventMap {
    'galley:choose': CustomEvent<Partial<Choice>>;
    'galley:key': CustomEvent<KeyboardEvent>;
    'galley:place': CustomEvent<WantedPlace>;
    'galley:say': CustomEvent<string>;
    'galley:send': CustomEvent;
  }
  interface DocumentEventMap {
    'galley:choose': CustomEvent<Partial<Choice>>;
    'galley:key': CustomEvent<KeyboardEvent>;
    'galley:place': CustomEvent<WantedPlace>;
    'galley:say': CustomEvent<string>;
    'galley:send': CustomEvent;
  }
}

/** Asks for another choice. */
export function choose(element: HTMLElement, change: Partial<Choice>): void {
  element.dispatchEvent(new CustomEvent('galley:choose', { bubbles: true, detail: change }));
}

/** Asks to tell the author something in a line. */
export function say(element: HTMLElement, words: string): void {
  element.dispatchEvent(new CustomEvent('galley:say', { bubbles: true, detail: words }));
}

/** Asks to show where in the mail stands what a problem is about. */
export function askForPlace(element: HTMLElement, wanted: WantedPlace): void {
  element.dispatchEvent(new CustomEvent('galley:place', { bubbles: true, detail: wanted }));
}

/** Asks to send a test mail of the chosen issue. */
export function askToSend(element: HTMLElement): void {
  element.dispatchEvent(new CustomEvent('galley:send', { bubbles: true }));
}

/** Makes a link ask for a choice; with a modifier it stays a link, for a new tab. */
export function chooseOnClick(link: HTMLAnchorElement, change: Partial<Choice>): void {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(link, change);
  });
}

/** Where a link leads that changes a part of the choice. */
export function setChoice(link: HTMLAnchorElement, choice: Choice, change: Partial<Choice>): void {
  const address = writeChoice({ ...choice, ...change });
  if (link.getAttribute('href') !== address) link.setAttribute('href', address);
}
