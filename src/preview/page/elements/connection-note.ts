import type { DeskState } from '../desk-state.ts';
import { make, setText } from '../make.ts';

/** Says that the server can't be reached, or can't answer, for as long as that is so. */
export class ConnectionNote extends HTMLElement {
  readonly #words = make('p', { role: 'status' });

  connectedCallback(): void {
    this.replaceChildren(this.#words);
  }

  show({ connection }: DeskState): void {
    setText(this.#words, words[connection]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-note': ConnectionNote;
  }
}

// --- internal ---

const words: Readonly<Record<DeskState['connection'], string>> = {
  opening: '',
  live: '',
  lost: 'Connection lost, trying again',
  failing: 'Galley could not answer: its terminal says why',
};
