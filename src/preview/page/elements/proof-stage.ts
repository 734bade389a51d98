import type { DeskState } from '../desk-state.ts';
import { shownOf } from '../desk-state.ts';
import type { WantedPlace } from '../find-place.ts';
import { make, setText } from '../make.ts';
import { likedWidth } from './view-pane.ts';

/** Where the issue lies: one view, or two side by side; or why there is nothing to see. */
export class ProofStage extends HTMLElement {
  readonly #notice = make('p', { class: 'notice' });
  readonly #main = make('view-pane');
  readonly #side = make('view-pane');

  connectedCallback(): void {
    this.replaceChildren(this.#notice, this.#main, this.#side);
  }

  show(state: DeskState): void {
    const { choice } = state;
    const notice = noticeOf(state);
    setText(this.#notice, notice ?? '');
    const shown = notice === null ? shownOf(state) : null;
    this.#notice.hidden = notice === null;
    this.#main.hidden = shown === null;
    this.#side.hidden = shown === null || choice.beside === null;
    const liked = [likedWidth(choice.view, choice.width)];
    if (choice.beside !== null) liked.push(likedWidth(choice.beside, choice.besideWidth));
    this.style.setProperty(
      '--columns',
      liked.map((width) => `minmax(min(${width}px, 45%), ${width}fr)`).join(' '),
    );
    if (shown === null) return;
    this.#main.show(choice.view, { ...shown, widthField: 'width' });
    if (choice.beside === null) return;
    this.#side.show(choice.beside, { ...shown, widthField: 'besideWidth' });
  }

  /** Shows where in the mail stands what a problem is about, if the mail is shown. */
  mark(wanted: WantedPlace): void {
    const shown = 'view-pane[data-view="mail"]:not([hidden]) mail-frame';
    this.querySelector<HTMLElementTagNameMap['mail-frame']>(shown)?.mark(wanted);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'proof-stage': ProofStage;
  }
}

// --- internal ---

/** Why there is no issue to see; null when there is one. */
function noticeOf(state: DeskState): string | null {
  const { preview, choice, details, missing } = state;
  if (choice.outbox !== null) return mailNoticeOf(state);
  if (preview === null) return 'Opening the workspace…';
  const row = preview.issues.find(({ slug }) => slug === choice.issue);
  if (choice.issue === null) {
    if (preview.issues.length > 0) return 'Looking for the newest issue…';
    return 'No issue yet. `galley new` makes the first.';
  }
  if (row === undefined || missing) {
    return `There is no issue ${choice.issue}: it was deleted or has another name by now. Choose one from the list.`;
  }
  const rendered = details === null ? row.facts !== null : details.rendering !== null;
  if (rendered) return null;
  if (details === null) return 'Reading the issue…';
  return 'There is nothing to show yet: the issue has errors since it was first read. They are listed below.';
}

/** Why there is no mail of the outbox to see, or not this view of it. */
function mailNoticeOf({ choice, mail, missingMail }: DeskState): string | null {
  if (missingMail) {
    return 'There is no such mail in the outbox: it was deleted or has another name by now.';
  }
  if (mail === null) return 'Reading the mail…';
  if (choice.beside !== null) return null;
  const needsHtml = choice.view === 'mail' || choice.view === 'source';
  if (needsHtml && !mail.hasHtml) return 'This mail has no HTML. Its text is in the view Text.';
  return choice.view === 'text' && !mail.hasText ? 'This mail has no plain text.' : null;
}
