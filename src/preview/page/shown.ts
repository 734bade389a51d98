import type { IssueDetails } from '../model.ts';
import type { Choice } from './choice.ts';

/** What a view is given to show. */
export interface Shown {
  readonly slug: string;
  /** Another one whenever the issue, or the server that reads it, is another. */
  readonly stamp: string;
  /** Null while they are being read. */
  readonly details: IssueDetails | null;
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
