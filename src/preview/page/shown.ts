import type { IssueDetails, IssueLog, ShownAttachment, ShownMessage } from '../model.ts';
import type { Choice } from './choice.ts';

/** What a view is given to show. */
export interface Shown {
  /** Where the mail, its text and its source are: `/mail/2026-11`, `/outbox/NAME.eml`. */
  readonly folder: string;
  /** Another one whenever the issue, or the server that reads it, is another. */
  readonly stamp: string;
  /** Null while it is not known. */
  readonly subject: string | null;
  readonly message: ShownMessage | null;
  /** Of a mail of the outbox. */
  readonly attachments: readonly ShownAttachment[];
  /** The issue's name; null for a mail of the outbox. */
  readonly slug: string | null;
  /** Of an issue; null while they are being read. */
  readonly details: IssueDetails | null;
  readonly log: IssueLog | null;
  readonly choice: Choice;
  /** What of the choice is the width of the mail in this pane. */
  readonly widthField: 'width' | 'besideWidth';
}

/** An element that shows an issue in one way. */
export interface ViewElement extends HTMLElement {
  show(shown: Shown): void;
}

/** Tells everyone, and the browser's timeline, that something new of the issue was drawn. */
export function tellDrawn(element: HTMLElement, what: string): void {
  performance.clearMarks('drawn');
  performance.mark('drawn');
  element.dispatchEvent(new CustomEvent('galley:drawn', { bubbles: true, detail: { what } }));
}
