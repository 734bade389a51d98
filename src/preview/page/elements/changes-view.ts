import type { ChangedLines, IssueChanges } from '../../model.ts';
import type { ChangeRow } from '../fold-changes.ts';
import { countChanges, foldChanges } from '../fold-changes.ts';
import { followText } from '../follow-text.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';
import { countWords, sizeWords } from '../sizes.ts';

/** What is new against the files that were built last. */
export class ChangesView extends HTMLElement implements ViewElement {
  #shown: Shown | null = null;
  #looked = 0;
  readonly #follow = followText((text) => {
    this.#draw(JSON.parse(text) as IssueChanges);
  });
  /** A build writes to `out/`, which nothing watches: look again when the author comes back. */
  readonly #lookAgain = (): void => {
    this.#looked++;
    if (this.#shown !== null && this.isConnected) this.show(this.#shown);
  };

  connectedCallback(): void {
    window.addEventListener('focus', this.#lookAgain);
  }

  disconnectedCallback(): void {
    window.removeEventListener('focus', this.#lookAgain);
  }

  show(shown: Shown): void {
    if (shown.slug === null) return;
    this.#shown = shown;
    this.#follow(`/api/issues/${shown.slug}/changes`, `${shown.stamp} ${this.#looked}`);
  }

  #draw(changes: IssueChanges): void {
    const slug = this.#shown?.slug ?? '';
    const sheet = make('div', { class: 'sheet' }, ...drawChanges(changes, slug));
    this.replaceChildren(sheet);
    tellDrawn(this, 'changes');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'changes-view': ChangesView;
  }
}

// --- internal ---

function drawChanges({ built, htmlBytes, text, html }: IssueChanges, slug: string): HTMLElement[] {
  if (!built) {
    return [
      make('p', { class: 'lead' }, 'This issue was never built.'),
      make(
        'p',
        { class: 'note' },
        make('code', {}, `galley build ${slug}`),
        ' writes it to ',
        make('code', {}, `out/${slug}/`),
        '.',
      ),
    ];
  }
  const isSame = [...text, ...html].every(({ kind }) => kind === 'same');
  if (isSame) return [make('p', { class: 'lead' }, 'Nothing changed since the last build.')];
  return [...drawPart('Text', text), ...drawPart('HTML', html, sizeChange(htmlBytes))];
}

function drawPart(name: string, changes: readonly ChangedLines[], more = ''): HTMLElement[] {
  const { added, removed } = countChanges(changes);
  const heading = make('h2', {}, name);
  if (added + removed === 0) {
    return [heading, make('p', { class: 'note' }, `The same as in the last build.`)];
  }
  const counts = `${countWords(added, 'line')} added, ${countWords(removed, 'line')} removed${more}`;
  const rows = foldChanges(changes).map(drawRow);
  return [heading, make('p', { class: 'note' }, counts), make('div', { class: 'diff' }, ...rows)];
}

function drawRow(row: ChangeRow): HTMLElement {
  if (row.kind === 'left-out') {
    return make('p', { class: 'left-out' }, `${countWords(row.count, 'line')} as before`);
  }
  const { tag, sign } = marks[row.kind];
  return make(
    tag,
    { class: 'line' },
    make('span', { class: 'sign' }, sign),
    make('span', {}, row.line),
  );
}

/** Told by a sign and by the element, not by colour alone. */
const marks = {
  same: { tag: 'span', sign: ' ' },
  added: { tag: 'ins', sign: '+' },
  removed: { tag: 'del', sign: '−' },
} as const;

function sizeChange({ built, now }: IssueChanges['htmlBytes']): string {
  const by = now - built;
  if (by === 0) return ` · ${sizeWords(now)}`;
  const words = `${sizeWords(Math.abs(by))} ${by > 0 ? 'more' : 'less'}`;
  return ` · ${sizeWords(built)} before, ${sizeWords(now)} now: ${words}`;
}
