import { choose } from '../asking.ts';
import type { Choice } from '../choice.ts';
import { oneOf, outboxViews, readWidth, views } from '../choice.ts';
import { make, makeId } from '../make.ts';
import { viewNames, widthOptions } from '../view-names.ts';

/** What stands beside the view, and how wide it is when that is the mail again. */
export class BesideChoice extends HTMLElement {
  readonly #view = make('select', { id: makeId('beside'), 'aria-keyshortcuts': 'b' });
  readonly #width = make('option-group');

  connectedCallback(): void {
    const options = views.map((view) => make('option', { value: view }, viewNames[view]));
    this.#view.replaceChildren(make('option', { value: '' }, 'Nothing'), ...options);
    const label = make('label', { for: this.#view.id }, 'Beside');
    this.replaceChildren(label, this.#view, this.#width);
    this.#view.addEventListener('change', () => {
      choose(this, { beside: oneOf(views, this.#view.value) });
    });
    this.#width.fill('Its width', widthOptions, (value) => {
      choose(this, { besideWidth: readWidth(value) ?? 'full' });
    });
  }

  show(choice: Choice): void {
    for (const option of this.#view.options) {
      const view = oneOf(views, option.value);
      option.hidden = choice.outbox !== null && view !== null && !outboxViews.includes(view);
    }
    this.#view.value = choice.beside ?? '';
    this.#width.hidden = choice.beside !== 'mail';
    this.#width.show(String(choice.besideWidth));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beside-choice': BesideChoice;
  }
}
