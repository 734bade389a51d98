import type { View, Width } from '../choice.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { viewNames } from '../view-names.ts';

/** One of the two places for a view. It keeps every view that it has shown, as it was left. */
export class ViewPane extends HTMLElement {
  readonly #views = new Map<View, ViewElement>();

  show(view: View, shown: Shown): void {
    for (const [name, element] of this.#views) element.classList.toggle('away', name !== view);
    const element = this.#views.get(view) ?? this.#make(view);
    this.dataset['view'] = view;
    element.show(shown);
  }

  #make(view: View): ViewElement {
    const element: ViewElement = make(`${view}-view`);
    if (view !== 'mail') {
      // It scrolls, so the keyboard has to reach it.
      element.tabIndex = 0;
      element.setAttribute('role', 'region');
      element.setAttribute('aria-label', viewNames[view]);
    }
    this.#views.set(view, element);
    this.append(element);
    return element;
  }
}

/** How much of the room a view would like, in CSS pixels. */
export function likedWidth(view: View, width: Width): number {
  if (view === 'mail') return (width === 'full' ? 1000 : width) + 50;
  return view === 'text' ? 720 : 800;
}

declare global {
  interface HTMLElementTagNameMap {
    'view-pane': ViewPane;
  }
}
