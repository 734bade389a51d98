import { choose } from '../asking.ts';
import type { Width } from '../choice.ts';
import { make, setText } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';

/** The mail as wide as it was chosen, its edge, and how wide that is in words. */
export class MailView extends HTMLElement implements ViewElement {
  readonly #frame = make('mail-frame');
  readonly #edge = make('frame-edge');
  readonly #paper = make('div', { class: 'paper' }, this.#frame, this.#edge);
  readonly #measure = make('p', { class: 'measure' });
  readonly #room = make('div', { class: 'room' }, this.#paper);
  readonly #observer = new ResizeObserver(() => {
    this.#fit();
  });
  #field: Shown['widthField'] = 'width';
  #width: Width = 'full';

  connectedCallback(): void {
    this.replaceChildren(this.#measure, this.#room);
    this.#observer.observe(this.#room);
    this.addEventListener('edge:move', ({ detail }) => {
      this.#width = detail;
      this.#fit();
    });
    this.addEventListener('edge:settle', () => {
      choose(this, { [this.#field]: this.#width });
    });
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  show(shown: Shown): void {
    this.#field = shown.widthField;
    this.#width = shown.choice[shown.widthField];
    this.#fit();
    this.#frame.show(shown);
  }

  /** A mail that is wider than the room is shown smaller, as it would be laid out at its width. */
  #fit(): void {
    const { clientWidth, clientHeight } = this.#room;
    if (clientWidth === 0) return;
    const width = this.#width === 'full' ? clientWidth : this.#width;
    const scale = Math.min(1, clientWidth / width);
    this.#paper.style.width = `${width * scale}px`;
    this.#frame.style.width = `${width}px`;
    this.#frame.style.height = `${clientHeight / scale}px`;
    this.#frame.style.transform = scale === 1 ? '' : `scale(${scale})`;
    this.#edge.scale = scale;
    this.#edge.width = width;
    const percent = Math.round(scale * 100);
    const shownAt = percent === 100 ? '' : `, shown at ${percent} %`;
    setText(this.#measure, `${Math.round(width)} px${shownAt}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mail-view': MailView;
  }
}
