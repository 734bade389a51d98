import { make, makeId } from '../make.ts';
import type { Option } from '../view-names.ts';

/** A row of options of which one is chosen: radio buttons that look like words. */
export class OptionGroup extends HTMLElement {
  readonly #name = makeId('option');
  readonly #inputs = new Map<string, HTMLInputElement>();

  /** Fills it once; `choose` is told the chosen value. */
  fill(legend: string, options: readonly Option[], choose: (value: string) => void): void {
    const labels = options.map(({ value, name, about = null }) => {
      const input = make('input', { type: 'radio', name: this.#name, value });
      this.#inputs.set(value, input);
      return make('label', { title: about }, input, make('span', {}, name));
    });
    this.replaceChildren(make('fieldset', {}, make('legend', {}, legend), ...labels));
    this.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) choose(event.target.value);
    });
  }

  /** Marks the chosen option; none when the value is not among them. */
  show(value: string): void {
    for (const [known, input] of this.#inputs) input.checked = known === value;
  }

  /** Offers an option, or not. */
  offer(value: string, offered: boolean): void {
    const label = this.#inputs.get(value)?.closest('label');
    if (label) label.hidden = !offered;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'option-group': OptionGroup;
  }
}
