import { followText } from '../follow-text.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';
import type { HtmlLine, HtmlRun } from '../split-html.ts';
import { splitHtml } from '../split-html.ts';

/** The HTML that is built, a line a tag, numbered and wrapped. It is only ever text here. */
export class SourceView extends HTMLElement implements ViewElement {
  readonly #code = make('code');
  readonly #follow = followText((html) => {
    this.#code.replaceChildren(...splitHtml(html).map(drawLine));
    tellDrawn(this, 'source');
  });

  connectedCallback(): void {
    this.replaceChildren(make('pre', { class: 'sheet' }, this.#code));
  }

  show({ folder, stamp }: Shown): void {
    this.#follow(`${folder}/source.html`, stamp);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'source-view': SourceView;
  }
}

// --- internal ---

/** Steps of indentation, beyond which lines would get too short. */
const deepest = 16;

function drawLine({ depth, runs }: HtmlLine): HTMLElement {
  const line = make('span', { class: 'line' }, ...runs.map(drawRun), '\n');
  line.style.setProperty('--depth', String(Math.min(depth, deepest)));
  return line;
}

function drawRun({ text, role }: HtmlRun): Node {
  if (role === 'text') return document.createTextNode(text);
  return make('span', { class: role }, text);
}
