import type { ShownDelivery, ShownProblem, ShownSend } from '../../model.ts';
import { chooseOnClick, setChoice } from '../asking.ts';
import type { Choice } from '../choice.ts';
import type { DeskState } from '../desk-state.ts';
import { make, setText } from '../make.ts';
import { sendOutcome, sendWords, statusWords } from '../send-words.ts';
import { sizeWords } from '../sizes.ts';

/** How the sending of a test mail goes, and how it went: what the server said, what to do. */
export class SendPanel extends HTMLElement {
  readonly #words = make('p', { class: 'words', role: 'status' });
  readonly #close = make('button', { type: 'button' }, 'Close');
  readonly #body = make('div', { class: 'body', tabindex: 0, role: 'group' });
  /** What is closed, or was over before this page was opened; null until anything is known. */
  #past: string | null = null;
  #now = '';
  #drawn = '';

  connectedCallback(): void {
    this.#body.setAttribute('aria-label', 'Test mail');
    this.replaceChildren(make('div', { class: 'top' }, this.#words, this.#close), this.#body);
    this.#close.addEventListener('click', () => this.close());
    this.classList.add('empty');
  }

  show(state: DeskState): void {
    const { preview, send, isAsking, refusal, choice } = state;
    if (preview === null) return;
    // Asked again, it is another matter, even when the answer is the same.
    if (isAsking) this.#past = '';
    this.#now = JSON.stringify([preview.instance, send?.id ?? 0, refusal]);
    if (this.#past === null) this.#past = send?.isDone === false ? '' : this.#now;
    const isShown = isAsking || this.#now !== this.#past;
    this.classList.toggle('empty', !isShown);
    const outcome = isAsking ? 'open' : refusal === null && send ? sendOutcome(send) : 'not-all';
    this.dataset['outcome'] = outcome;
    this.#close.hidden = outcome === 'open';
    setText(this.#words, isShown ? wordsOf(state) : '');
    const content = JSON.stringify([isShown, isAsking, refusal, send]);
    if (content === this.#drawn) return;
    this.#drawn = content;
    const pieces =
      !isShown || isAsking ? [] : refusal ? [drawProblem(refusal)] : drawSend(send, choice);
    this.#body.replaceChildren(...pieces);
    this.#body.hidden = pieces.length === 0;
  }

  /** False when there is nothing to close. */
  close(): boolean {
    if (this.classList.contains('empty') || this.#close.hidden) return false;
    this.#past = this.#now;
    this.classList.add('empty');
    setText(this.#words, '');
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'send-panel': SendPanel;
  }
}

// --- internal ---

function wordsOf({ isAsking, refusal, send }: DeskState): string {
  if (isAsking) return 'Preparing the test mail…';
  if (refusal !== null) return 'No test mail was sent.';
  return send === null ? '' : sendWords(send);
}

function drawSend(send: ShownSend | null, choice: Choice): HTMLElement[] {
  if (send === null) return [];
  const { mails, warnings, problems } = send;
  const isOutbox = mails.some(({ status }) => status === 'outbox');
  return [
    ...problems.map(drawProblem),
    make('ul', {}, ...mails.map((mail) => drawMail(mail, choice))),
    ...(isOutbox ? [make('p', { class: 'hint' }, noServer)] : []),
    ...(mails.some(({ status }) => status === 'unknown')
      ? [make('p', { class: 'hint' }, lookFirst)]
      : []),
    ...warnings.map((warning) => make('p', { class: 'warning' }, warning)),
  ];
}

const noServer =
  'No mail server is set, so nothing was sent. docs/sending.md has the settings for yours; they go into .env.';
const lookFirst = 'Look whether it arrived before you send again, or there may be two.';

function drawMail(mail: ShownDelivery, choice: Choice): HTMLElement {
  const { to, status, answer, problem, outbox } = mail;
  return make(
    'li',
    { 'data-status': status },
    make(
      'p',
      { class: 'mail' },
      make('span', { class: 'status' }, statusWords[status]),
      ' ',
      make('span', { class: 'to' }, to),
      ' ',
      outbox === null ? make('span', { class: 'answer' }, answer) : drawLink(outbox, choice),
    ),
    drawProgress(mail),
    problem === null ? null : drawProblem(problem),
  );
}

/** How much of a large mail is sent: a small one is gone before anyone could read it. */
function drawProgress({ to, status, sent, bytes }: ShownDelivery): HTMLElement | null {
  if (status !== 'sending' || bytes < 256 * 1024) return null;
  const words = `${Math.floor((100 * sent) / bytes)} % of ${sizeWords(bytes)}`;
  const bar = make('progress', { value: sent, max: bytes, 'aria-label': `Sent to ${to}` });
  return make('p', { class: 'progress' }, bar, words);
}

function drawLink(outbox: string, choice: Choice): HTMLElement {
  const link = make('a', {}, 'Open it');
  setChoice(link, choice, { outbox });
  chooseOnClick(link, { outbox });
  return link;
}

function drawProblem({ message, hint }: ShownProblem): HTMLElement {
  return make(
    'div',
    { class: 'problem' },
    make('p', {}, message),
    hint === '' ? null : make('p', { class: 'hint' }, hint),
  );
}
