import type { Rendering } from '../../model.ts';
import { make, makeId, setAttributes, setText } from '../make.ts';
import { clip, clipLevel, countWords } from '../sizes.ts';

/** The size of the HTML against what Gmail shows of it, and the other figures of the issue. */
export class SizeMeter extends HTMLElement {
  readonly #bar = make('span', { class: 'fill' });
  readonly #meter = make('span', { class: 'meter', role: 'meter', 'aria-valuemin': 0 }, this.#bar);
  readonly #size = make('span', { class: 'size', id: makeId('size') });
  readonly #warning = make('span', { class: 'warning' });
  readonly #words = make('span');
  readonly #minutes = make('span');
  readonly #links = make('span');

  connectedCallback(): void {
    const first = make('span', { class: 'clip' }, this.#meter, this.#size, this.#warning);
    this.replaceChildren(first, this.#words, this.#minutes, this.#links);
  }

  show(rendering: Rendering | null): void {
    this.classList.toggle('empty', rendering === null);
    if (rendering === null) return;
    const { facts, links } = rendering;
    const kilobytes = facts.encodedBytes / 1024;
    const level = clipLevel(facts.encodedBytes);
    const size = `${kilobytes.toFixed(1)} of ${clip.kilobytes} KB`;
    this.dataset['level'] = level;
    this.#bar.style.setProperty('--part', String(Math.min(1, kilobytes / clip.kilobytes)));
    setAttributes(this.#meter, {
      'aria-label': 'Size of the HTML',
      'aria-valuemax': clip.kilobytes,
      'aria-valuenow': Math.min(clip.kilobytes, Math.round(kilobytes)),
      'aria-valuetext': `${size}${warnings[level] === '' ? '' : `, ${warnings[level]}`}`,
    });
    setText(this.#size, size);
    setText(this.#warning, warnings[level]);
    setText(this.#words, countWords(facts.words, 'word'));
    setText(this.#minutes, `${facts.minutes} min read`);
    setText(this.#links, linkWords(links));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'size-meter': SizeMeter;
  }
}

// --- internal ---

const warnings = {
  fine: '',
  near: 'near Gmail’s limit',
  over: 'Gmail clips it',
} as const;

function linkWords({ total, distinct }: Rendering['links']): string {
  const all = countWords(total, 'link');
  return total === distinct ? all : `${all} to ${distinct} addresses`;
}
