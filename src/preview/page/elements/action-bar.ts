import { askToSend, say } from '../asking.ts';
import type { DeskState } from '../desk-state.ts';
import { whyNotSend } from '../desk-state.ts';
import { make, makeId, setAttributes, setText } from '../make.ts';
import { readText } from '../read-server.ts';

/** What can be done with the issue from here; each says that it did. */
export class ActionBar extends HTMLElement {
  readonly #reason = make('span', { class: 'reason', id: makeId('reason') });
  readonly #send = make('button', { type: 'button', class: 'send' }, 'Send test to me');
  readonly #open = make('a', { target: '_blank', rel: 'noopener' }, 'Open email.html');
  readonly #copyHtml = make('button', { type: 'button' }, 'Copy HTML');
  readonly #copyText = make('button', { type: 'button' }, 'Copy text');
  readonly #save = make('a', { download: '' }, 'Save .eml');
  #state: DeskState | null = null;

  connectedCallback(): void {
    const send = make('span', { class: 'sending' }, this.#send, this.#reason);
    this.replaceChildren(send, this.#open, this.#copyHtml, this.#copyText, this.#save);
    this.#send.addEventListener('click', () => {
      this.#sendTest();
    });
    this.#copyHtml.addEventListener('click', () => void this.#copy('source.html', 'HTML'));
    this.#copyText.addEventListener('click', () => void this.#copy('email.txt', 'plain text'));
    this.#open.addEventListener('click', () => {
      say(this, 'Opened email.html in a new tab.');
    });
    this.#save.addEventListener('click', () => {
      say(this, `Saved ${this.#save.download}.`);
    });
  }

  show(state: DeskState): void {
    this.#state = state;
    const { choice, preview, details } = state;
    const row = preview?.issues.find(({ slug }) => slug === choice.issue);
    const rendered = row !== undefined && (row.facts !== null || details?.rendering != null);
    this.hidden = !rendered || choice.outbox !== null;
    const reason = whyNotSend(state);
    setText(this.#reason, reason ?? '');
    setAttributes(this.#send, {
      title: reason === null && preview?.sendsToOutbox === true ? intoOutbox : null,
      // It can still be reached and read out, with its reason.
      'aria-disabled': reason === null ? null : 'true',
      'aria-describedby': reason === null ? null : this.#reason.id,
    });
    const folder = `/mail/${row?.slug ?? ''}`;
    setAttributes(this.#open, { href: `${folder}/email.html` });
    setAttributes(this.#save, { href: `${folder}/email.eml`, download: `${row?.slug ?? ''}.eml` });
  }

  async #copy(file: string, what: string): Promise<void> {
    const slug = this.#state?.choice.issue ?? '';
    const read = readText(`/mail/${slug}/${file}`);
    try {
      // Given as a promise, so that a browser still knows it was the author who asked.
      const text = read.then((content) => new Blob([content], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      say(this, `Copied the ${what}.`);
    } catch {
      say(this, `The ${what} was not copied: the browser does not allow it here.`);
    }
  }

  #sendTest(): void {
    if (this.#state === null) return;
    const reason = whyNotSend(this.#state);
    if (reason === null) askToSend(this);
    else say(this, reason);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-bar': ActionBar;
  }
}

// --- internal ---

const intoOutbox = 'No mail server is set: the mail goes into the outbox.';
