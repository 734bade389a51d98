import type { IssueLog, LogEntry } from '../../model.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';
import { countWords, timeWords } from '../sizes.ts';

/** Every test mail of the issue that a server was given, the newest first. */
export class LogView extends HTMLElement implements ViewElement {
  #drawn = '';

  show({ log }: Shown): void {
    if (log === null) return;
    const content = JSON.stringify(log);
    if (content === this.#drawn) return;
    this.#drawn = content;
    this.replaceChildren(make('div', { class: 'sheet' }, ...drawLog(log)));
    tellDrawn(this, 'log');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'log-view': LogView;
  }
}

// --- internal ---

function drawLog({ entries, damaged, problem }: IssueLog): HTMLElement[] {
  if (problem !== null) {
    return [
      make('p', { class: 'lead' }, problem.message),
      make('p', { class: 'note' }, problem.hint),
    ];
  }
  const notes: HTMLElement[] = [];
  if (damaged > 0) {
    const them = damaged === 1 ? 'it was' : 'they were';
    const words = `${countWords(damaged, 'line')} of .galley/sent.jsonl can’t be read: ${them} left out.`;
    notes.push(make('p', { class: 'note damaged' }, words));
  }
  if (entries.length === 0) {
    return [
      make('p', { class: 'lead' }, 'No test mail of this issue was sent yet.'),
      make('p', { class: 'note' }, 'What goes into the outbox is no part of the log.'),
      ...notes,
    ];
  }
  const head = ['Sent', 'To', 'Status', 'Answer', 'Message-ID'].map((name) =>
    make('th', { scope: 'col' }, name),
  );
  return [
    make(
      'table',
      { class: 'log' },
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...entries.map(drawEntry)),
    ),
    ...notes,
  ];
}

function drawEntry({ when, to, status, answer, messageId }: LogEntry): HTMLElement {
  return make(
    'tr',
    {},
    make('td', {}, make('time', { datetime: when }, timeWords(when))),
    make('td', {}, to),
    make('td', { class: 'status', 'data-status': status }, status),
    make('td', { class: 'answer' }, answer),
    make('td', { class: 'id' }, messageId),
  );
}
