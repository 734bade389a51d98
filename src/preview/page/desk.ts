import type { IssueRow, PreviewEvent, PreviewState, ShownSend } from '../model.ts';
import type { Choice } from './choice.ts';
import { readChoice, writeChoice } from './choice.ts';
import type { DeskState } from './desk-state.ts';
import { nothingChosen, openDesk } from './desk-state.ts';
import { askLatest } from './latest.ts';
import { listenLive } from './live.ts';
import { newestIssue } from './newest-issue.ts';
import {
  readDetails,
  readLog,
  readOutbox,
  readOutboxMail,
  readState,
  sendTest,
} from './read-server.ts';

export interface Desk {
  readonly choose: (change: Partial<Choice>) => void;
  /** Sends a test mail of the chosen issue. */
  readonly send: () => Promise<void>;
  readonly state: () => DeskState;
}

/** Keeps the state of the page in step with its address and its server. */
export function createDesk(draw: (state: DeskState) => void): Desk {
  let state = openDesk(readChoice(location.search));

  const isIssue = (slug: string) => slug === state.choice.issue;
  const askDetails = askLatest(
    readDetails,
    (details) => {
      const preview = details === null ? state.preview : withRow(state.preview, details.row);
      update({ details, missing: details === null, preview });
    },
    isIssue,
  );
  const askLog = askLatest(readLog, (log) => update({ log }), isIssue);
  const askOutbox = askLatest(readOutbox, (outbox) => update({ outbox }));
  const askMail = askLatest(
    readOutboxMail,
    (mail) => update({ mail, missingMail: mail === null }),
    (name) => name === state.choice.outbox,
  );

  function update(change: Partial<DeskState>): void {
    state = { ...state, ...change };
    draw(state);
  }

  /** Takes over a choice that is in the address by now. */
  function takeChoice(choice: Choice): void {
    const { issue, outbox } = state.choice;
    const isOther = { issue: choice.issue !== issue, mail: choice.outbox !== outbox };
    update({
      choice,
      ...(isOther.issue ? nothingChosen.issue : {}),
      ...(isOther.mail ? nothingChosen.mail : {}),
    });
    if (isOther.issue) refreshIssue();
    if (isOther.mail) refreshOutbox();
  }

  function choose(change: Partial<Choice>): void {
    const choice = { ...state.choice, ...change };
    // A mail of the outbox asks the web for nothing until the author wants it to.
    if (choice.outbox !== state.choice.outbox && choice.images === 'all') {
      return choose({ ...change, images: 'local' });
    }
    const [before, after] = [writeChoice(state.choice), writeChoice(choice)];
    if (before === after) return;
    // Back leads to what was shown before, not through every look at it.
    const isSame = choice.issue === state.choice.issue && choice.outbox === state.choice.outbox;
    if (isSame) history.replaceState(null, '', after);
    else history.pushState(null, '', after);
    takeChoice(choice);
  }

  async function refreshState(): Promise<void> {
    const preview = await readState();
    const isRestarted = preview.instance !== state.preview?.instance;
    const { connection } = state;
    update({
      preview,
      send: isRestarted ? preview.send : newerSend(state.send, preview.send),
      connection: connection === 'failing' ? 'live' : connection,
    });
    chooseNewest();
  }

  /** Where the address names no issue. */
  function chooseNewest(): void {
    if (state.choice.issue !== null || state.preview === null) return;
    const issue = newestIssue(state.preview);
    if (issue === null) return;
    const choice = { ...state.choice, issue };
    history.replaceState(null, '', writeChoice(choice));
    takeChoice(choice);
  }

  function refreshIssue(): void {
    const { issue } = state.choice;
    if (issue === null) return;
    quietly(askDetails(issue));
    quietly(askLog(issue));
  }

  /** What is on disk and nothing watches; a mail itself never changes. */
  function refreshOutbox(): void {
    const { outbox } = state.choice;
    quietly(askOutbox(undefined));
    if (outbox !== null && outbox !== '' && state.mail === null) quietly(askMail(outbox));
  }

  function takeSend(send: ShownSend): void {
    update({ send, refusal: null });
    if (!send.isDone) return;
    if (state.choice.issue !== null) quietly(askLog(state.choice.issue));
    refreshOutbox();
  }

  async function send(): Promise<void> {
    const { preview, choice } = state;
    if (preview === null || choice.issue === null || state.isAsking) return;
    update({ isAsking: true, refusal: null });
    const answer = await sendTest(choice.issue, preview.token);
    update({ isAsking: false });
    if ('id' in answer) update({ send: newerSend(state.send, answer) });
    else update({ refusal: answer });
  }

  function told(event: PreviewEvent): void {
    if (event.type === 'issue') {
      // What shows the issue asks for it right here, beside its details.
      update({ preview: withRow(state.preview, event.row) });
      if (isIssue(event.row.slug)) quietly(askDetails(event.row.slug));
      return chooseNewest();
    }
    if (event.type === 'send') return takeSend(event.send);
    if (event.type === 'hello') {
      update({ connection: 'live' });
      refreshOutbox();
    }
    quietly(refreshState());
    refreshIssue();
  }

  /** A server that is away is told of by the connection, and asked again when it is back. */
  function quietly(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // A request that fails by itself is a TypeError (Fetch standard, section 5.6).
      if (!(error instanceof TypeError) && state.connection !== 'lost') {
        update({ connection: 'failing' });
      }
    });
  }

  window.addEventListener('popstate', () => {
    takeChoice(readChoice(location.search));
  });
  // Another command may have sent something, or put it into the outbox.
  window.addEventListener('focus', () => {
    if (state.choice.issue !== null) quietly(askLog(state.choice.issue));
    refreshOutbox();
    quietly(refreshState());
  });
  listenLive({
    told,
    lost: () => {
      update({ connection: 'lost' });
    },
  });
  draw(state);
  return { choose, send, state: () => state };
}

// --- internal ---

/** The state with a row that is as new as it has, or newer. */
function withRow(preview: PreviewState | null, row: IssueRow): PreviewState | null {
  if (preview === null) return null;
  const issues = preview.issues.map((known) =>
    known.slug === row.slug && known.version <= row.version ? row : known,
  );
  return { ...preview, issues };
}

/** Events tell a send in order, but may overtake an answer: of one send, its end alone is newer. */
function newerSend(known: ShownSend | null, next: ShownSend | null): ShownSend | null {
  if (known === null || next === null) return next ?? known;
  const isNewer = next.id > known.id || (next.id === known.id && next.isDone);
  return isNewer ? next : known;
}
