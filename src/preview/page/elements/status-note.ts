import { make } from '../make.ts';

/** A line that tells what was done, and goes after a while. */
export class StatusNote extends HTMLElement {
  readonly #words = make('p', { role: 'status' });
  #going: number | undefined;

  connectedCallback(): void {
    this.replaceChildren(this.#words);
  }

  say(words: string): void {
    clearTimeout(this.#going);
    this.#words.textContent = words;
    this.#going = setTimeout(() => {
      this.#words.textContent = '';
    }, shownFor);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'status-note': StatusNote;
  }
}

// --- internal ---

/** Milliseconds. */
const shownFor = 6000;
