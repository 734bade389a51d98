import { followText } from '../follow-text.ts';
import { linkify } from '../linkify.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';

/** The plain text as a mail program with a fixed-width font shows it, and the edge it is wrapped to. */
export class TextView extends HTMLElement implements ViewElement {
  readonly #text = make('pre', { class: 'sheet' });
  readonly #follow = followText((text) => {
    this.#draw(text);
  });

  connectedCallback(): void {
    const edge = make('p', { class: 'edge', 'aria-hidden': 'true' }, '72');
    this.replaceChildren(make('div', { class: 'desk' }, edge, this.#text));
  }

  show({ folder, stamp }: Shown): void {
    this.#follow(`${folder}/email.txt`, stamp);
  }

  #draw(text: string): void {
    const pieces = linkify(text).map((piece) =>
      piece.url === null
        ? piece.text
        : make('a', { href: piece.url, target: '_blank', rel: 'noopener noreferrer' }, piece.text),
    );
    this.#text.replaceChildren(...pieces);
    tellDrawn(this, 'text');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'text-view': TextView;
  }
}
