import type { IssueRow } from '../../model.ts';
import { chooseOnClick, setChoice } from '../asking.ts';
import type { Choice } from '../choice.ts';
import { make, setAttributes, setText } from '../make.ts';
import { clipLevel, countWords, dateWords, problemWords, sizeWords } from '../sizes.ts';

/** An issue in the list: a link that keeps how issues are looked at. */
export class IssueLine extends HTMLElement {
  readonly #link = make('a');
  readonly #when = make('span', { class: 'when' });
  readonly #status = make('span', { class: 'status' });
  readonly #subject = make('span', { class: 'subject' });
  readonly #facts = make('span', { class: 'facts' });
  readonly #size = make('span', { class: 'size' });
  readonly #problems = make('span', { class: 'problems' });
  #row: IssueRow | null = null;
  #choice: Choice | null = null;

  connectedCallback(): void {
    if (this.#link.parentElement === this) return;
    const first = make('span', { class: 'first' }, this.#when, ' ', this.#status);
    const last = make('span', { class: 'last' }, this.#facts, ' ', this.#size);
    this.#link.append(first, ' ', this.#subject, ' ', last, ' ', this.#problems);
    this.append(this.#link);
  }

  show(row: IssueRow, choice: Choice): void {
    if (choice !== this.#choice) {
      this.#choice = choice;
      const isShown = choice.outbox === null && choice.issue === row.slug;
      setChoice(this.#link, choice, { issue: row.slug, outbox: null });
      setAttributes(this.#link, { 'aria-current': isShown ? 'page' : null });
    }
    if (row === this.#row) return;
    if (this.#row === null) chooseOnClick(this.#link, { issue: row.slug, outbox: null });
    this.#row = row;
    const { facts } = row;
    setText(this.#when, facts === null ? row.slug : `#${facts.number} · ${dateWords(facts.date)}`);
    setText(this.#status, facts?.status ?? '');
    this.#status.dataset['status'] = facts?.status ?? '';
    setText(this.#subject, facts?.subject ?? row.slug);
    setText(this.#facts, facts === null ? 'Not read yet' : factWords(facts));
    setText(this.#size, facts === null ? '' : sizeWords(facts.encodedBytes));
    this.#size.dataset['level'] = facts === null ? 'fine' : clipLevel(facts.encodedBytes);
    setText(this.#problems, problemWords(row));
    this.#problems.dataset['severity'] = row.errors > 0 ? 'error' : 'warning';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'issue-line': IssueLine;
  }
}

// --- internal ---

function factWords({ words, minutes }: { readonly words: number; readonly minutes: number }) {
  return `${countWords(words, 'word')} · ${minutes} min ·`;
}
