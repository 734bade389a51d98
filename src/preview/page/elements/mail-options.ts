import { choose } from '../asking.ts';
import { imageSources, looks, oneOf, readWidth } from '../choice.ts';
import type { DeskState } from '../desk-state.ts';
import { make } from '../make.ts';
import { imageOptions, lookOptions, widthOptions } from '../view-names.ts';

/** How the mail is shown. */
export class MailOptions extends HTMLElement {
  readonly #width = make('option-group');
  readonly #look = make('option-group');
  readonly #images = make('option-group');
  readonly #styles = make('input', { type: 'checkbox' });
  readonly #remote = make('p', { class: 'remote' });

  connectedCallback(): void {
    const styles = make('label', { class: 'check' }, this.#styles, make('span', {}, 'Styles'));
    styles.title = 'Off: without any <style>, as some mail programs show it';
    this.replaceChildren(this.#width, this.#look, this.#images, styles, this.#remote);
    this.#width.fill('Width', widthOptions, (value) => {
      choose(this, { width: readWidth(value) ?? 'full' });
    });
    this.#look.fill('Look', lookOptions, (value) => {
      choose(this, { look: oneOf(looks, value) ?? 'light' });
    });
    this.#images.fill('Images', imageOptions, (value) => {
      choose(this, { images: oneOf(imageSources, value) ?? 'local' });
    });
    this.#styles.addEventListener('change', () => {
      choose(this, { styles: this.#styles.checked });
    });
  }

  show({ choice, details, mail }: DeskState): void {
    this.hidden = choice.view !== 'mail' && choice.beside !== 'mail';
    this.#width.hidden = choice.view !== 'mail';
    this.#width.show(String(choice.width));
    this.#look.show(choice.look);
    this.#images.show(choice.images);
    this.#styles.checked = choice.styles;
    const shown = choice.outbox === null ? details?.rendering : mail;
    const hasRemote = shown?.hasRemoteImages ?? false;
    this.#images.offer('all', hasRemote || choice.images === 'all');
    const blocked = hasRemote && choice.images === 'local';
    this.#remote.textContent = blocked ? 'Pictures from the web are not loaded.' : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mail-options': MailOptions;
  }
}
