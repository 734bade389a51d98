import { chooseOnClick, setChoice } from '../asking.ts';
import type { Choice, View } from '../choice.ts';
import { outboxViews, views } from '../choice.ts';
import { make, setAttributes } from '../make.ts';
import { viewNames } from '../view-names.ts';

/** Links to the views of the issue. */
export class ViewTabs extends HTMLElement {
  readonly #links = new Map<View, HTMLAnchorElement>(
    views.map((view) => {
      const link = make('a', { 'aria-keyshortcuts': keys[view] ?? null }, viewNames[view]);
      chooseOnClick(link, { view });
      return [view, link];
    }),
  );

  connectedCallback(): void {
    this.replaceChildren(make('nav', { 'aria-label': 'Views' }, ...this.#links.values()));
  }

  show(choice: Choice): void {
    for (const [view, link] of this.#links) {
      link.hidden = choice.outbox !== null && !outboxViews.includes(view);
      setChoice(link, choice, { view });
      setAttributes(link, { 'aria-current': choice.view === view ? 'true' : null });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'view-tabs': ViewTabs;
  }
}

// --- internal ---

const keys: Partial<Record<View, string>> = {
  mail: 'm',
  text: 't',
  source: 's',
  changes: 'c',
  log: 'l',
};
