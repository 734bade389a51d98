import type { ShownDiagnostic } from '../../model.ts';
import { askForPlace } from '../asking.ts';
import type { DeskState } from '../desk-state.ts';
import type { WantedPlace } from '../find-place.ts';
import { make, makeId, setAttributes, setText } from '../make.ts';
import { problemWords } from '../sizes.ts';

/**
 * What is wrong with the issue, and with what all issues share, under the last good rendering.
 * It can be folded away, and goes by itself when all is well.
 */
export class ProblemPanel extends HTMLElement {
  readonly #body = make('div', {
    class: 'body',
    id: makeId('problems'),
    tabindex: 0,
    role: 'group',
    'aria-label': 'Problems',
  });
  readonly #counts = make('span', { class: 'counts' });
  readonly #stale = make('span', { class: 'stale' });
  readonly #toggle = make(
    'button',
    { type: 'button', 'aria-controls': this.#body.id },
    this.#counts,
    this.#stale,
  );
  /** Read out without taking the focus. */
  readonly #spoken = make('p', { class: 'spoken', role: 'status' });
  #drawn = '';
  #hadErrors = false;
  /** True when the author wants to see warnings. */
  #wanted = false;
  #first: string | null = null;

  connectedCallback(): void {
    const heading = make('h2', {}, this.#toggle);
    this.replaceChildren(heading, this.#body, this.#spoken);
    this.hidden = false;
    this.classList.add('empty');
    this.#open(false);
    this.#toggle.addEventListener('click', () => {
      this.#open(!this.#isOpen);
      if (!this.#hadErrors) this.#wanted = this.#isOpen;
    });
  }

  /** Opens the editor at the first problem that has a place. */
  get firstEditorUrl(): string | null {
    return this.#first;
  }

  show({ preview, details, choice }: DeskState): void {
    const shared = preview?.diagnostics ?? [];
    // Until those of another issue are known, what is shown stays.
    if (details === null && preview?.issues.some(({ slug }) => slug === choice.issue)) {
      if (shared.length === 0) return;
    }
    const found = bySeverity([...shared, ...(details?.diagnostics ?? [])]);
    const stale = details?.rendering?.stale ?? false;
    setText(this.#stale, stale ? 'Shown is the last rendering without errors.' : '');
    const hasMail = (details?.rendering ?? null) !== null;
    const content = JSON.stringify([found, hasMail]);
    if (content === this.#drawn) return;
    this.#drawn = content;
    this.#draw(found, hasMail);
  }

  #draw(found: readonly ShownDiagnostic[], hasMail: boolean): void {
    const errors = found.filter(({ severity }) => severity === 'error').length;
    const words = problemWords({ errors, warnings: found.length - errors });
    this.#first = found.find(({ editorUrl }) => editorUrl !== null)?.editorUrl ?? null;
    this.classList.toggle('empty', found.length === 0);
    this.dataset['severity'] = errors > 0 ? 'error' : 'warning';
    setText(this.#counts, words);
    setText(this.#spoken, words);
    this.#body.replaceChildren(
      ...found.map((problem, index) => {
        const wanted = hasMail ? wantedPlace(problem, found.slice(0, index)) : null;
        return drawProblem(problem, wanted);
      }),
    );
    // Errors don't wait to be looked at; of warnings it is the author who says.
    if (errors === 0) this.#open(this.#wanted);
    else if (!this.#hadErrors) this.#open(true);
    this.#hadErrors = errors > 0;
  }

  get #isOpen(): boolean {
    return this.#toggle.getAttribute('aria-expanded') === 'true';
  }

  #open(open: boolean): void {
    this.#body.hidden = !open;
    setAttributes(this.#toggle, { 'aria-expanded': String(open) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'problem-panel': ProblemPanel;
  }
}

// --- internal ---

function bySeverity(found: readonly ShownDiagnostic[]): ShownDiagnostic[] {
  return found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** Null for what has no place in any mail. The same piece twice in a field is two places. */
function wantedPlace(
  { path, excerpt, line, column }: ShownDiagnostic,
  before: readonly ShownDiagnostic[],
): WantedPlace | null {
  if (path === '') return null;
  const places = before
    .filter((other) => other.path === path && other.excerpt === excerpt)
    .map((other) => `${other.line}:${other.column}`)
    .filter((place) => place !== `${line}:${column}`);
  return { path, excerpt, nth: new Set(places).size };
}

function drawProblem(problem: ShownDiagnostic, wanted: WantedPlace | null): HTMLElement {
  const { severity, code, message, hint, frame } = problem;
  return make(
    'article',
    { 'data-severity': severity },
    make(
      'p',
      { class: 'first' },
      make('span', { class: 'severity' }, severity),
      make('code', {}, code),
      drawPlace(problem),
      wanted === null ? null : drawLocator(wanted),
    ),
    make('p', { class: 'message' }, message),
    frame === null ? null : make('pre', {}, frame),
    hint === undefined ? null : make('p', { class: 'hint' }, hint),
  );
}

function drawPlace({ file, line, column, editorUrl }: ShownDiagnostic): HTMLElement {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  if (editorUrl === null) return make('span', { class: 'place' }, place);
  return make('a', { class: 'place', href: editorUrl, title: 'Open in the editor' }, place);
}

/** Leads to the place in the mail, as the link beside it does to that in the source. */
function drawLocator(wanted: WantedPlace): HTMLElement {
  const button = make('button', { type: 'button', class: 'locator' }, 'Show in the mail');
  button.addEventListener('click', () => {
    askForPlace(button, wanted);
  });
  return button;
}
