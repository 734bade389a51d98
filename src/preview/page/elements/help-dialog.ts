import { keyHelp } from '../commands.ts';
import { make, makeId } from '../make.ts';

/** The list of keys. */
export class HelpDialog extends HTMLElement {
  readonly #heading = make('h2', { id: makeId('keys') }, 'Keys');
  readonly #close = make('button', { type: 'button' }, 'Close');
  readonly #dialog = make(
    'dialog',
    { 'aria-labelledby': this.#heading.id },
    this.#heading,
    make('dl', {}, ...keyHelp.map(drawLine)),
    this.#close,
  );

  connectedCallback(): void {
    this.replaceChildren(this.#dialog);
    this.#close.addEventListener('click', () => {
      this.#dialog.close();
    });
    // A click beside it lands on the dialog itself.
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  get open(): boolean {
    return this.#dialog.open;
  }

  show(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-dialog': HelpDialog;
  }
}

// --- internal ---

function drawLine({ keys, says }: (typeof keyHelp)[number]): HTMLElement {
  const marks = keys.map((key) => make('kbd', {}, key));
  return make('div', {}, make('dt', {}, ...marks), make('dd', {}, says));
}
