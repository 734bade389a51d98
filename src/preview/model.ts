import type { DiagnosticCode, UserErrorCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ShownMessage, ShownSend } from './post-model.ts';

export type * from './post-model.ts';

/**
 * What the server of the preview tells its page. Types alone: the page is bundled for the browser
 * and shares no code with the server.
 */

/** All that the page shows beside the chosen issue: `GET /api/state`. */
export interface PreviewState {
  /** Names the running server; another one after a restart. */
  readonly instance: string;
  /** Goes with every POST, in the header `x-galley-token`. */
  readonly token: string;
  /** The publication's name; null while the config has errors. */
  readonly publication: string | null;
  /** BCP 47; null while the config has errors. */
  readonly language: string | null;
  /** The newest first. */
  readonly issues: readonly IssueRow[];
  /** What is wrong with the config, the theme or the names of issues. */
  readonly diagnostics: readonly ShownDiagnostic[];
  /** Why no test mail can be sent, of whatever issue; null when it can. */
  readonly cannotSend: string | null;
  /** True while no mail server is set: test mails go into the outbox. */
  readonly sendsToOutbox: boolean;
  /** The send that goes on, else the last one; null if there was none since the preview started. */
  readonly send: ShownSend | null;
}

/** A line of the list of issues. */
export interface IssueRow {
  readonly slug: string;
  /** The source, relative to the workspace. */
  readonly file: string;
  /** Null while unknown: the issue has not been read yet, or never was without errors. */
  readonly facts: IssueFacts | null;
  readonly errors: number;
  readonly warnings: number;
  /** Grows each time that the issue was read and anything of it or its problems changed. */
  readonly version: number;
}

/** Of the last good rendering. */
export interface IssueFacts {
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly subject: string;
  readonly status: 'draft' | 'ready' | 'sent';
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
  /** Bytes of the HTML as a message carries it. */
  readonly encodedBytes: number;
}

/** The chosen issue: `GET /api/issues/:slug`. */
export interface IssueDetails {
  readonly row: IssueRow;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** The last good rendering; null if there never was one. */
  readonly rendering: Rendering | null;
}

/** A finished issue, but its HTML and text, which have addresses of their own. */
export interface Rendering {
  readonly facts: IssueFacts;
  /** True when the source has errors by now: what is shown is the last good rendering. */
  readonly stale: boolean;
  readonly inbox: InboxLine;
  /** Links in the HTML: all, and those that lead to different addresses. */
  readonly links: { readonly total: number; readonly distinct: number };
  /** True when pictures come from the web: they are only fetched on demand. */
  readonly hasRemoteImages: boolean;
  readonly message: ShownMessage;
}

/** What a list of mails shows of a message. */
export interface InboxLine {
  readonly sender: string;
  readonly address: string;
  readonly subject: string;
  readonly preheader: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** A diagnostic as a person reads it in the browser. */
export interface ShownDiagnostic extends Pick<
  Diagnostic,
  'severity' | 'message' | 'hint' | 'file' | 'line' | 'column' | 'path'
> {
  /** A wrong environment is shown too: it has no file and no place. */
  readonly code: DiagnosticCode | UserErrorCode;
  /** What stands at the place; null where there is none. */
  readonly excerpt: string | null;
  /** The lines around the place; null where there is none. */
  readonly frame: string | null;
  /** Opens the author's editor at the place. */
  readonly editorUrl: string | null;
}

/** What changed since the last build: `GET /api/issues/:slug/changes`. */
export interface IssueChanges {
  /** False when the issue was never built. */
  readonly built: boolean;
  /** Bytes of email.html, built and now. */
  readonly htmlBytes: { readonly built: number; readonly now: number };
  /** Of the plain text, in order: whole lines. */
  readonly text: readonly ChangedLines[];
  /** Of the HTML, a line a tag. */
  readonly html: readonly ChangedLines[];
}

export interface ChangedLines {
  readonly kind: 'same' | 'added' | 'removed';
  readonly lines: readonly string[];
}

/** What `GET /events` sends, each as one JSON message. */
export type PreviewEvent =
  /** First on every connection. */
  | { readonly type: 'hello'; readonly instance: string }
  /** The list, the publication or the shared diagnostics changed: ask for the state again. */
  | { readonly type: 'state' }
  /** One issue changed, or was read for the first time. */
  | { readonly type: 'issue'; readonly row: IssueRow }
  /** A send began, went on or ended. When it ended, outbox and log have more. */
  | { readonly type: 'send'; readonly send: ShownSend };

/** How the mail is shown: the query of `GET /mail/:slug/email.html`. */
export interface MailLook {
  /** What `prefers-color-scheme` says in this copy. */
  readonly scheme: 'light' | 'dark';
  /** `blocked`: no image is loaded. `local`: those of the workspace. `all`: from the web too. */
  readonly images: 'blocked' | 'local' | 'all';
  /** False takes every `<style>` away, as some mail programs do. */
  readonly styles: boolean;
}
