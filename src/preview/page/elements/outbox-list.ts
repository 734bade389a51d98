import type { OutboxLine, ShownOutbox } from '../../model.ts';
import { chooseOnClick, setChoice } from '../asking.ts';
import type { Choice } from '../choice.ts';
import type { DeskState } from '../desk-state.ts';
import { make } from '../make.ts';
import { tellDrawn } from '../shown.ts';
import { numberWords, sizeWords, timeWords } from '../sizes.ts';

/** The mails in the outbox, the newest first. What they say of themselves is only ever text here. */
export class OutboxList extends HTMLElement {
  #drawn = '';

  connectedCallback(): void {
    this.tabIndex = 0;
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', 'Outbox');
  }

  show({ choice, outbox }: DeskState): void {
    this.hidden = choice.outbox !== '';
    if (this.hidden || outbox === null) return;
    const content = JSON.stringify([outbox, choice]);
    if (content === this.#drawn) return;
    this.#drawn = content;
    const focused = this.querySelector<HTMLAnchorElement>('a:focus')?.dataset['name'];
    this.replaceChildren(make('div', { class: 'sheet' }, ...drawOutbox(outbox, choice)));
    tellDrawn(this, 'outbox');
    if (focused === undefined) return;
    this.querySelector<HTMLAnchorElement>(`a[data-name="${CSS.escape(focused)}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outbox-list': OutboxList;
  }
}

// --- internal ---

function drawOutbox({ mails, total }: ShownOutbox, choice: Choice): HTMLElement[] {
  const about = 'Test mails are put here, into out/outbox/, while no mail server is set.';
  if (total === 0) {
    return [
      make('p', { class: 'lead' }, 'The outbox is empty.'),
      make('p', { class: 'note' }, `${about} “Send test to me” puts one here.`),
    ];
  }
  const more = `Shown are the newest ${mails.length} of ${numberWords(total)}. `;
  const note = `${total > mails.length ? more : ''}${about}`;
  return [
    make('p', { class: 'note' }, note),
    make('ul', {}, ...mails.map((mail) => make('li', {}, drawLine(mail, choice)))),
  ];
}

function drawLine({ name, when, bytes, to, subject }: OutboxLine, choice: Choice): HTMLElement {
  const link = make(
    'a',
    { 'data-name': name },
    make('span', { class: 'subject' }, subject === '' ? name : subject),
    ' ',
    make('span', { class: 'to' }, to === '' ? 'To nobody' : `To ${to}`),
    ' ',
    make('span', { class: 'when' }, timeWords(when)),
    ' ',
    make('span', { class: 'size' }, sizeWords(bytes)),
  );
  setChoice(link, choice, { outbox: name });
  chooseOnClick(link, { outbox: name });
  return link;
}
