import type { InboxLine } from '../../model.ts';
import { cutWords, fitText } from '../fit-text.ts';
import type { FittedText } from '../fit-text.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';
import { dateWords } from '../sizes.ts';

/** The issue as a line in lists of mails: on a phone and on a desktop, in light and in dark. */
export class InboxView extends HTMLElement implements ViewElement {
  #drawn = '';

  show({ details }: Shown): void {
    const inbox = details?.rendering?.inbox;
    if (inbox === undefined) return;
    const content = JSON.stringify(inbox);
    if (content === this.#drawn) return;
    this.#drawn = content;
    const phones = [drawPhone(inbox, 'light'), drawPhone(inbox, 'dark')];
    const desktops = [drawDesktop(inbox, 'light'), drawDesktop(inbox, 'dark')];
    const [onPhone, onDesktop] = [make('ul'), make('ul')];
    this.replaceChildren(
      make(
        'div',
        { class: 'sheet' },
        make('h2', {}, 'On a phone'),
        make('div', { class: 'lists' }, ...phones.map(({ list }) => list)),
        onPhone,
        make('h2', {}, 'On a desktop'),
        make('div', { class: 'lists' }, ...desktops.map(({ list }) => list)),
        onDesktop,
      ),
    );
    // Only what is in the page has a width.
    sayCuts(onPhone, phones);
    sayCuts(onDesktop, desktops);
    tellDrawn(this, 'inbox');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'inbox-view': InboxView;
  }
}

// --- internal ---

/** A drawn list, and how to cut its texts to the room they have. */
interface DrawnList {
  readonly list: HTMLElement;
  readonly cut: () => Readonly<Record<'sender' | 'subject' | 'preheader', FittedText>>;
}

type Scheme = 'light' | 'dark';

function drawPhone(inbox: InboxLine, scheme: Scheme): DrawnList {
  const [sender, subject, preheader] = [line('sender'), line('subject'), line('preheader')];
  const when = make('span', { class: 'date' }, dateWords(inbox.date));
  const row = make(
    'div',
    { class: 'row' },
    make('span', { class: 'unread' }),
    make('div', { class: 'who' }, sender, when),
    subject,
    preheader,
  );
  const list = make('div', { class: `phone ${scheme}` }, ghost(), row, ghost());
  const cut = () => ({
    sender: fit(sender, inbox.sender),
    subject: fit(subject, inbox.subject),
    preheader: fit(preheader, inbox.preheader),
  });
  return { list, cut };
}

function drawDesktop(inbox: InboxLine, scheme: Scheme): DrawnList {
  const sender = line('sender');
  const subject = make('span', { class: 'subject' });
  const preheader = make('span', { class: 'preheader' });
  const both = make('div', { class: 'both' }, subject, preheader);
  const when = make('span', { class: 'date' }, dateWords(inbox.date));
  const row = make('div', { class: 'row' }, make('span', { class: 'unread' }), sender, both, when);
  const list = make('div', { class: `desktop ${scheme}` }, ghost(), row, ghost());
  const cut = () => {
    const room = both.clientWidth;
    const fittedSubject = fit(subject, inbox.subject, room);
    const left = room - measureIn(subject)(fittedSubject.shown) - gap;
    const fittedPreheader = fit(preheader, inbox.preheader, Math.max(0, left));
    return {
      sender: fit(sender, inbox.sender),
      subject: fittedSubject,
      preheader: fittedPreheader,
    };
  };
  return { list, cut };
}

/** Between the subject and the preheader, in CSS pixels, as the style sheet has it. */
const gap = 12;

function line(name: string): HTMLElement {
  return make('div', { class: name });
}

/** Another mail of the list. */
function ghost(): HTMLElement {
  return make('div', { class: 'ghost', 'aria-hidden': 'true' }, make('span'), make('span'));
}

function fit(element: HTMLElement, text: string, room = element.clientWidth): FittedText {
  const fitted = fitText(text, room, measureIn(element));
  element.textContent = fitted.shown;
  return fitted;
}

/** How wide a text is in an element's font. */
function measureIn(element: HTMLElement): (text: string) => number {
  const context = make('canvas').getContext('2d');
  if (context === null) return () => 0;
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => context.measureText(text).width;
}

function sayCuts(target: HTMLElement, lists: readonly DrawnList[]): void {
  const [first] = lists.map(({ cut }) => cut());
  if (first === undefined) return;
  const { sender, subject, preheader } = first;
  const words = [
    sender.seen < sender.total ? cutWords('sender', sender) : null,
    cutWords('subject', subject),
    cutWords('preheader', preheader),
  ];
  const items = words.filter((word) => word !== null).map((word) => make('li', {}, word));
  target.replaceChildren(...items);
}
