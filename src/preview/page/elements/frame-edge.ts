import { readWidth, widthLimits } from '../choice.ts';
import { make, setAttributes } from '../make.ts';

declare global {
  interface HTMLElementEventMap {
    /** The width that a frame is drawn to, in CSS pixels or `full`. */
    'edge:move': CustomEvent<number | 'full'>;
    /** It stays there. */
    'edge:settle': CustomEvent;
  }
  interface HTMLElementTagNameMap {
    'frame-edge': FrameEdge;
  }
}

/** The edge of the mail, to be dragged or moved with arrow keys: a separator as ARIA knows it. */
export class FrameEdge extends HTMLElement {
  /** What is shown of a CSS pixel of the mail: 1 but for a mail that is wider than the room. */
  scale = 1;
  #width = 0;
  #drag: { readonly from: number; readonly width: number } | null = null;
  #moved = false;

  connectedCallback(): void {
    setAttributes(this, {
      role: 'separator',
      tabindex: 0,
      'aria-orientation': 'vertical',
      'aria-label': 'Width of the mail',
      'aria-valuemin': widthLimits.least,
      'aria-valuemax': widthLimits.most,
    });
    if (this.childElementCount === 0) this.append(make('span', { class: 'grip' }));
    this.addEventListener('pointerdown', this.#start);
    this.addEventListener('pointermove', this.#move);
    this.addEventListener('pointerup', this.#end);
    this.addEventListener('pointercancel', this.#end);
    this.addEventListener('keydown', this.#step);
    this.addEventListener('keyup', this.#settle);
    this.addEventListener('blur', this.#settle);
  }

  set width(width: number) {
    this.#width = Math.round(width);
    setAttributes(this, {
      'aria-valuenow': Math.min(widthLimits.most, Math.max(widthLimits.least, this.#width)),
      'aria-valuetext': `${this.#width} pixels`,
    });
  }

  readonly #start = (event: PointerEvent): void => {
    this.setPointerCapture(event.pointerId);
    this.#drag = { from: event.clientX, width: this.#width };
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#drag === null) return;
    // The mail stands in the middle, so it grows to both sides.
    const by = (2 * (event.clientX - this.#drag.from)) / this.scale;
    this.#tell(this.#drag.width + by);
  };

  readonly #end = (): void => {
    this.#drag = null;
    this.#settle();
  };

  readonly #step = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (by === 'full') this.#send('full');
    else if (by === 'least') this.#tell(320);
    else this.#tell(this.#width + (event.shiftKey ? Math.sign(by) : by));
  };

  readonly #settle = (): void => {
    if (!this.#moved) return;
    this.#moved = false;
    this.dispatchEvent(new CustomEvent('edge:settle', { bubbles: true }));
  };

  #tell(width: number): void {
    const { least, most } = widthLimits;
    const within = readWidth(String(Math.round(Math.min(most, Math.max(least, width)))));
    if (within !== null) this.#send(within);
  }

  #send(width: number | 'full'): void {
    this.#moved = true;
    this.dispatchEvent(new CustomEvent('edge:move', { bubbles: true, detail: width }));
  }
}

// --- internal ---

/** CSS pixels; with Shift by one. */
const steps: Readonly<Record<string, number | 'least' | 'full'>> = {
  ArrowLeft: -10,
  ArrowDown: -10,
  ArrowRight: 10,
  ArrowUp: 10,
  PageDown: -100,
  PageUp: 100,
  Home: 'least',
  End: 'full',
};
