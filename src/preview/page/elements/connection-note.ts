import type { DeskState } from '../desk-state.ts';
import { make, setText } from '../make.ts';

/** Says that the server can't be reached, for as long as that is so. */
export class ConnectionNote extends HTMLElement {
  readonly #words = make('p', { role: 'status' });

  connectedCallback(): void {
    this.replaceChildren(this.#words);
  }

  show({ connection }: DeskState): void {
    setText(this.#words, connection === 'lost' ? 'Connection lost, trying again' : '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'connection-note': ConnectionNote;
  }
}
