import { chooseOnClick, say, setChoice } from '../asking.ts';
import type { DeskState } from '../desk-state.ts';
import { make, setAttributes } from '../make.ts';

/** What can be done with a mail of the outbox. */
export class OutboxBar extends HTMLElement {
  readonly #all = make('a', {}, 'All mails');
  readonly #open = make('a', { target: '_blank', rel: 'noopener' }, 'Open HTML');
  readonly #save = make('a', {}, 'Save .eml');

  connectedCallback(): void {
    this.replaceChildren(this.#all, this.#open, this.#save);
    chooseOnClick(this.#all, { outbox: '' });
    this.#save.addEventListener('click', () => {
      say(this, `Saved ${this.#save.download}.`);
    });
  }

  show({ choice, mail }: DeskState): void {
    this.hidden = choice.outbox === null || choice.outbox === '';
    if (this.hidden) return;
    setChoice(this.#all, choice, { outbox: '' });
    this.#open.hidden = mail?.hasHtml !== true;
    this.#save.hidden = mail === null;
    if (mail === null) return;
    const folder = `/outbox/${mail.name}`;
    setAttributes(this.#open, { href: `${folder}/email.html` });
    setAttributes(this.#save, { href: `${folder}/email.eml`, download: mail.name });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outbox-bar': OutboxBar;
  }
}
