import type { IssueRow } from '../../model.ts';
import type { DeskState } from '../desk-state.ts';
import { filterIssues } from '../filter-issues.ts';
import { make, setText } from '../make.ts';
import { countWords } from '../sizes.ts';
import type { IssueLine } from './issue-line.ts';

/** The publication's name and its issues, which a word or two of them filter. */
export class IssueList extends HTMLElement {
  readonly #name = make('p', { class: 'publication' });
  readonly #filter = make('input', {
    type: 'search',
    placeholder: 'Filter',
    'aria-label': 'Filter the issues',
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #list = make('ul');
  readonly #found = make('p', { class: 'found', role: 'status' });
  readonly #lines = new Map<string, IssueLine>();
  #state: DeskState | null = null;
  #chosen: string | null = null;

  connectedCallback(): void {
    const hint = make('kbd', { 'aria-hidden': 'true' }, '/');
    const list = make('nav', { 'aria-label': 'Issues' }, this.#list);
    this.replaceChildren(
      this.#name,
      make('div', { class: 'filter' }, this.#filter, hint),
      list,
      this.#found,
    );
    this.#filter.addEventListener('input', () => {
      if (this.#state !== null) this.show(this.#state);
    });
  }

  /** The slugs as they stand in the list, without those that the filter hides. */
  get slugs(): readonly string[] {
    const rows = this.#state?.preview?.issues ?? [];
    return filterIssues(rows, this.#filter.value).map(({ slug }) => slug);
  }

  focusFilter(): void {
    this.#filter.focus();
    this.#filter.select();
  }

  /** Empties the filter; false when it was empty. */
  clearFilter(): boolean {
    if (this.#filter.value === '') return false;
    this.#filter.value = '';
    if (this.#state !== null) this.show(this.#state);
    return true;
  }

  show(state: DeskState): void {
    this.#state = state;
    const { preview, choice } = state;
    if (preview === null) return;
    setText(this.#name, preview.publication ?? 'Galley');
    const found = new Set(filterIssues(preview.issues, this.#filter.value));
    this.#arrange(preview.issues);
    for (const row of preview.issues) {
      const line = this.#lines.get(row.slug);
      line?.show(row, choice);
      if (line !== undefined) line.hidden = !found.has(row);
    }
    const filtered = found.size < preview.issues.length;
    const words = `${countWords(found.size, 'issue')} of ${preview.issues.length}`;
    setText(this.#found, filtered ? words : '');
    if (choice.issue === this.#chosen || choice.issue === null) return;
    this.#chosen = choice.issue;
    this.#lines.get(choice.issue)?.scrollIntoView({ block: 'nearest' });
  }

  /** Keeps the elements there are, so that the focus stays where it is. */
  #arrange(rows: readonly IssueRow[]): void {
    const slugs = new Set(rows.map(({ slug }) => slug));
    for (const [slug, line] of this.#lines) {
      if (slugs.has(slug)) continue;
      line.parentElement?.remove();
      this.#lines.delete(slug);
    }
    rows.forEach(({ slug }, index) => {
      const line = this.#lines.get(slug) ?? make('issue-line');
      this.#lines.set(slug, line);
      const item = line.parentElement ?? make('li', {}, line);
      const there = this.#list.children[index];
      if (there !== item) this.#list.insertBefore(item, there ?? null);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'issue-list': IssueList;
  }
}
