import { chooseOnClick, setChoice } from '../asking.ts';
import type { DeskState } from '../desk-state.ts';
import { make, setAttributes, setText } from '../make.ts';
import { numberWords } from '../sizes.ts';

/** The way to the outbox, under the list of issues, and how many mails are there. */
export class OutboxLink extends HTMLElement {
  readonly #count = make('span', { class: 'count' });
  readonly #link = make('a', { 'aria-keyshortcuts': 'o' }, 'Outbox ', this.#count);

  connectedCallback(): void {
    this.replaceChildren(make('nav', { 'aria-label': 'Outbox' }, this.#link));
    chooseOnClick(this.#link, { outbox: '' });
  }

  show({ choice, outbox }: DeskState): void {
    setChoice(this.#link, choice, { outbox: '' });
    const current = choice.outbox === null ? null : choice.outbox === '' ? 'page' : 'true';
    setAttributes(this.#link, { 'aria-current': current });
    setText(this.#count, outbox === null ? '' : numberWords(outbox.total));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outbox-link': OutboxLink;
  }
}
