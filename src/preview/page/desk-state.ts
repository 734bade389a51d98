import type {
  IssueDetails,
  IssueLog,
  OutboxDetails,
  PreviewState,
  ShownOutbox,
  ShownProblem,
  ShownSend,
} from '../model.ts';
import type { Choice } from './choice.ts';
import { fitChoice } from './choice.ts';
import type { Shown } from './shown.ts';

/** Everything that the page shows is drawn from this. */
export interface DeskState {
  readonly choice: Choice;
  /** Null until the server told it. */
  readonly preview: PreviewState | null;
  /** Of the chosen issue; null while they are being read. */
  readonly details: IssueDetails | null;
  readonly log: IssueLog | null;
  /** True when the server knows no issue of the chosen name. */
  readonly missing: boolean;
  /** Null until the server told it. */
  readonly outbox: ShownOutbox | null;
  /** The chosen mail of the outbox; null while it is being read, or none is chosen. */
  readonly mail: OutboxDetails | null;
  readonly missingMail: boolean;
  /** The newest send that is known of. */
  readonly send: ShownSend | null;
  /** True from the author's wish to send until the server begins or refuses. */
  readonly isAsking: boolean;
  /** Why the last wish was refused; null once it wasn't. */
  readonly refusal: ShownProblem | null;
  /** `failing` while the server is there and doesn't know what to answer. */
  readonly connection: 'opening' | 'live' | 'lost' | 'failing';
}

/** Nothing is known but the address. */
export function openDesk(choice: Choice): DeskState {
  return {
    choice,
    preview: null,
    ...nothingChosen.issue,
    outbox: null,
    ...nothingChosen.mail,
    send: null,
    isAsking: false,
    refusal: null,
    connection: 'opening',
  };
}

/** What is known of another issue, or another mail, at first. */
export const nothingChosen = {
  issue: { details: null, log: null, missing: false },
  mail: { mail: null, missingMail: false },
} as const;

/** What the views show of what is chosen; null while nothing can be. */
export function shownOf(state: DeskState): Omit<Shown, 'widthField'> | null {
  return state.choice.outbox === null ? issueOf(state) : mailOf(state);
}

/** Why no test mail of the chosen issue can be sent now; null when one can. */
export function whyNotSend({ preview, choice, send, isAsking }: DeskState): string | null {
  if (preview === null) return 'Galley is not there yet.';
  if (isAsking || send?.isDone === false) return 'A test mail is being sent.';
  if (preview.cannotSend !== null) return preview.cannotSend;
  if (preview.publication === null) return `The config has errors, ${firstThese}`;
  const row = preview.issues.find(({ slug }) => slug === choice.issue);
  if (row === undefined || row.errors === 0) return null;
  return `The issue has errors, ${firstThese}`;
}

// --- internal ---

const firstThese = 'listed under the mail: these come first.';

function issueOf({ choice, preview, details, log }: DeskState): Omit<Shown, 'widthField'> | null {
  const row = preview?.issues.find(({ slug }) => slug === choice.issue);
  if (preview === null || row === undefined) return null;
  const { slug, version } = row;
  return {
    folder: `/mail/${slug}`,
    stamp: `${preview.instance}/${version}`,
    subject: details?.rendering?.facts.subject ?? null,
    message: details?.rendering?.message ?? null,
    attachments: [],
    slug,
    details,
    log,
    choice,
  };
}

function mailOf({ choice, mail }: DeskState): Omit<Shown, 'widthField'> | null {
  if (mail === null) return null;
  const { name, subject, message, attachments } = mail;
  return {
    folder: `/outbox/${name}`,
    // It is there once and for all.
    stamp: name,
    subject,
    message,
    attachments,
    slug: null,
    details: null,
    log: null,
    choice: fitChoice(choice),
  };
}
