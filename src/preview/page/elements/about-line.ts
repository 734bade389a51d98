import type { IssueLog, OutboxDetails } from '../../model.ts';
import { chooseOnClick, setChoice } from '../asking.ts';
import type { DeskState } from '../desk-state.ts';
import { make, setText } from '../make.ts';
import { countWords, sizeWords, timeWords } from '../sizes.ts';

/** A quiet line under the subject: to whom the issue was sent, or what a mail of the outbox is. */
export class AboutLine extends HTMLElement {
  readonly #link = make('a');
  readonly #words = make('span');

  connectedCallback(): void {
    this.replaceChildren(this.#link, this.#words);
    chooseOnClick(this.#link, { view: 'log' });
  }

  show({ choice, log, mail }: DeskState): void {
    const sent = choice.outbox === null && log !== null ? sentWords(log) : '';
    setText(this.#link, sent);
    this.#link.hidden = sent === '';
    setChoice(this.#link, choice, { view: 'log' });
    setText(this.#words, choice.outbox !== null && mail !== null ? mailWords(mail) : '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'about-line': AboutLine;
  }
}

// --- internal ---

/** `Sent to ada@example.com on 2 Nov 2026, 14:05 (accepted)`: the last of it. */
function sentWords({ entries, damaged, problem }: IssueLog): string {
  if (problem !== null) return 'The log of what was sent can’t be read';
  const [last] = entries;
  if (last === undefined) return '';
  const more = entries.length > 1 ? `, and ${countWords(entries.length - 1, 'time')} before` : '';
  const broken = damaged > 0 ? `; ${countWords(damaged, 'line')} of the log can’t be read` : '';
  const what = last.status === 'rejected' ? 'Not delivered to' : 'Sent to';
  return `${what} ${last.to} on ${timeWords(last.when)} (${last.status})${more}${broken}`;
}

function mailWords({ to, when, bytes, attachments, isCut }: OutboxDetails): string {
  const attached = attachments.filter(({ isInline }) => !isInline).length;
  return [
    to === '' ? 'To nobody' : `To ${to}`,
    timeWords(when),
    sizeWords(bytes),
    attached === 0 ? null : countWords(attached, 'attachment'),
    isCut ? 'too large to be shown whole' : null,
  ]
    .filter((word) => word !== null)
    .join(' · ');
}
