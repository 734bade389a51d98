import { say } from '../asking.ts';
import type { Choice } from '../choice.ts';
import type { WantedPlace } from '../find-place.ts';
import { findPlace } from '../find-place.ts';
import type { FollowText } from '../follow-text.ts';
import { followText } from '../follow-text.ts';
import { genuine } from '../genuine.ts';
import { invertMail } from '../invert-mail.ts';
import type { MailChoice } from '../mail-address.ts';
import { inversionOf, mailAddress, schemeOf } from '../mail-address.ts';
import { markPlace } from '../mark-place.ts';
import { make } from '../make.ts';
import { patchTree } from '../patch-tree.ts';
import { readPlaces } from '../read-server.ts';
import type { Shown } from '../shown.ts';
import { tellDrawn } from '../shown.ts';

/**
 * The mail in a sandboxed frame that runs no script. A new version of the same mail changes what
 * differs in the old document, in one task, so that nothing flickers and the scroll position stays;
 * another mail, or another look at it, is loaded behind the one that is shown and then takes its
 * place.
 */
export class MailFrame extends HTMLElement {
  #shown: FrameContent | null = null;
  #stamp = '';
  #frame: HTMLIFrameElement | null = null;
  #coming: HTMLIFrameElement | null = null;
  #follow: FollowText | null = null;
  /** What is to be led to as soon as there is a mail. */
  #wanted: WantedPlace | null = null;

  show({ folder, stamp, subject, choice }: Shown): void {
    const content = { folder, address: mailAddress(folder, choice), choice: lookOf(choice) };
    const before = this.#shown;
    this.#shown = content;
    this.#stamp = stamp;
    if (before === null || keyOf(before) !== keyOf(content)) this.#load(content, before);
    else if (this.#coming === null) this.#follow?.(content.address, stamp);
    if (subject === null) return;
    for (const frame of [this.#frame, this.#coming])
      frame?.setAttribute('title', `Mail: ${subject}`);
  }

  /** Scrolls to what a problem is about, and marks it for a moment. */
  mark(wanted: WantedPlace): void {
    this.#wanted = wanted;
    if (this.#coming === null) void this.#mark();
  }

  async #mark(): Promise<void> {
    const [wanted, frame, content] = [this.#wanted, this.#frame, this.#shown];
    if (wanted === null || frame === null || content === null) return;
    this.#wanted = null;
    const traced = await readPlaces(content.folder).catch(() => null);
    // Another mail is shown by now.
    if (this.#frame !== frame || this.#shown?.folder !== content.folder) return;
    const place = traced === null ? null : findPlace(frame, traced, wanted);
    if (place === null) say(this, 'What this is about is not seen in the mail.');
    else markPlace(frame, place);
  }

  #load(content: FrameContent, before: FrameContent | null): void {
    this.#coming?.remove();
    const attributes = { sandbox, src: content.address, title: 'Mail', class: 'coming' };
    const frame = make('iframe', attributes);
    frame.classList.toggle('dim', content.choice.look !== 'light');
    this.#coming = frame;
    const known = { address: content.address, stamp: this.#stamp };
    const reveal = (): void => {
      if (this.#coming !== frame) return;
      if (!isAt(frame, content.address)) return this.#giveUp(frame);
      this.#reveal(frame, content, before?.folder === content.folder);
      this.#follow = followText(
        (html) => {
          if (this.#frame === frame) this.#swap(frame, html, content);
        },
        { known },
      );
      // Whatever is new by now.
      this.#follow(content.address, this.#stamp);
    };
    frame.addEventListener('load', reveal);
    // Pictures from the web may keep a mail from being loaded for long.
    setTimeout(() => {
      if (isAt(frame, content.address)) reveal();
    }, patience);
    this.append(frame);
  }

  /** The server is away: what is shown stays, and the next time that it is asked for is the first. */
  #giveUp(frame: HTMLIFrameElement): void {
    frame.remove();
    this.#coming = null;
    this.#shown = null;
  }

  #reveal(frame: HTMLIFrameElement, content: FrameContent, keepScroll: boolean): void {
    const old = this.#frame;
    const mail = frame.contentDocument;
    const focused = old !== null && document.activeElement === old;
    if (mail !== null) {
      frame.contentWindow?.addEventListener('keydown', (event) => {
        this.dispatchEvent(new CustomEvent('galley:key', { bubbles: true, detail: event }));
      });
      prepare(mail, content);
      const scrolled = old?.contentWindow;
      if (keepScroll && scrolled) scrollTo(frame, scrolled.scrollX, scrolled.scrollY);
    }
    frame.classList.remove('coming');
    old?.remove();
    this.#frame = frame;
    this.#coming = null;
    if (focused) frame.focus();
    tellDrawn(this, 'mail');
    void this.#mark();
  }

  #swap(frame: HTMLIFrameElement, html: string, content: FrameContent): void {
    const { contentDocument: mail, contentWindow } = frame;
    if (mail === null || contentWindow === null) return;
    const { scrollX, scrollY } = contentWindow;
    // The frame's own parser: the mail may have inline styles, this page may not.
    const { DOMParser: Parser } = contentWindow as Window & typeof globalThis;
    const next = new Parser().parseFromString(html, 'text/html');
    const [root, wanted] = [genuine(mail, 'documentElement'), genuine(next, 'documentElement')];
    // Pictures that the browser still has are drawn together with the text.
    for (const image of wanted.querySelectorAll('img')) image.decoding = 'sync';
    if (inversionOf(content.choice.look) === null) {
      prepare(next, content);
      patchTree(root, wanted);
    } else {
      // Inverted is what CSS computes, from the colours that the mail has by itself.
      root.replaceWith(wanted);
      prepare(mail, content);
    }
    scrollTo(frame, scrollX, scrollY);
    tellDrawn(this, 'mail');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mail-frame': MailFrame;
  }
}

// --- internal ---

interface FrameContent {
  readonly folder: string;
  readonly address: string;
  readonly choice: MailChoice;
}

/** Never `allow-scripts`. */
const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Milliseconds. */
const patience = 800;

function lookOf({ look, images, styles }: Choice): MailChoice {
  return { look, images, styles };
}

function keyOf({ address, choice }: FrameContent): string {
  return `${address} ${inversionOf(choice.look) ?? ''}`;
}

/** True when the frame has come to an address, and all of its HTML is there. */
function isAt({ contentDocument: mail }: HTMLIFrameElement, address: string): boolean {
  if (mail === null || genuine(mail, 'readyState') === 'loading') return false;
  return genuine(mail, 'URL').endsWith(address);
}

function prepare(mail: Document, { choice }: FrameContent): void {
  const root = genuine(mail, 'documentElement');
  const { style } = root;
  // The canvas and the controls follow the mail's look, not the page's.
  style.setProperty('color-scheme', schemeOf(choice.look), 'important');
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isInside = link.getAttribute('href')?.startsWith('#') ?? false;
    link.target = isInside ? '_self' : '_blank';
    link.rel = 'noopener noreferrer';
  }
  const inversion = inversionOf(choice.look);
  if (inversion !== null) invertMail(mail, inversion);
}

function scrollTo(frame: HTMLIFrameElement, left: number, top: number): void {
  frame.contentWindow?.scrollTo({ left, top, behavior: 'instant' });
}
