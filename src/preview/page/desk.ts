import type { IssueDetails, IssueRow, PreviewEvent, PreviewState } from '../model.ts';
import type { Choice } from './choice.ts';
import { readChoice, writeChoice } from './choice.ts';
import { listenLive } from './live.ts';
import { readDetails, readState } from './read-server.ts';
import type { Shown } from './shown.ts';

/** Everything that the page shows is drawn from this. */
export interface DeskState {
  readonly choice: Choice;
  /** Null until the server told it. */
  readonly preview: PreviewState | null;
  /** Of the chosen issue; null while they are being read. */
  readonly details: IssueDetails | null;
  /** True when the server knows no issue of the chosen name. */
  readonly missing: boolean;
  readonly connection: 'opening' | 'live' | 'lost';
}

export interface Desk {
  readonly choose: (change: Partial<Choice>) => void;
  readonly state: () => DeskState;
}

/** Keeps the state of the page in step with its address and its server. */
export function createDesk(draw: (state: DeskState) => void): Desk {
  let state: DeskState = {
    choice: readChoice(location.search),
    preview: null,
    details: null,
    missing: false,
    connection: 'opening',
  };
  let asked = 0;
  let answered = 0;

  function update(change: Partial<DeskState>): void {
    state = { ...state, ...change };
    draw(state);
  }

  /** Takes over a choice that is in the address by now. */
  function takeChoice(choice: Choice): void {
    const another = choice.issue !== state.choice.issue;
    update(another ? { choice, details: null, missing: false } : { choice });
    if (another) void refreshDetails();
  }

  function choose(change: Partial<Choice>): void {
    const choice = { ...state.choice, ...change };
    const [before, after] = [writeChoice(state.choice), writeChoice(choice)];
    if (before === after) return;
    // Back leads to the issue before, not through every look at this one.
    if (choice.issue === state.choice.issue) history.replaceState(null, '', after);
    else history.pushState(null, '', after);
    takeChoice(choice);
  }

  async function refreshState(): Promise<void> {
    const preview = await readState();
    update({ preview });
    const [newest] = preview.issues;
    if (state.choice.issue !== null || newest === undefined) return;
    const choice = { ...state.choice, issue: newest.slug };
    history.replaceState(null, '', writeChoice(choice));
    takeChoice(choice);
  }

  async function refreshDetails(): Promise<void> {
    const { issue } = state.choice;
    if (issue === null) return;
    const turn = ++asked;
    const details = await readDetails(issue);
    if (turn < answered || issue !== state.choice.issue) return;
    answered = turn;
    const preview = details === null ? state.preview : withRow(state.preview, details.row);
    update({ details, missing: details === null, preview });
  }

  function told(event: PreviewEvent): void {
    if (event.type === 'issue') {
      // What shows the issue asks for it right here, beside its details.
      update({ preview: withRow(state.preview, event.row) });
      if (event.row.slug === state.choice.issue) quietly(refreshDetails());
      return;
    }
    if (event.type === 'hello') update({ connection: 'live' });
    quietly(refreshState());
    quietly(refreshDetails());
  }

  window.addEventListener('popstate', () => {
    takeChoice(readChoice(location.search));
  });
  listenLive({
    told,
    lost: () => {
      update({ connection: 'lost' });
    },
  });
  draw(state);
  return { choose, state: () => state };
}

/** What the views of the chosen issue show; null while nothing can be. */
export function shownOf({ choice, preview, details }: DeskState): Omit<Shown, 'widthField'> | null {
  const row = preview?.issues.find(({ slug }) => slug === choice.issue);
  if (preview === null || row === undefined) return null;
  const stamp = `${preview.instance}/${row.version}`;
  return { slug: row.slug, stamp, details, choice };
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

/** A server that is away is told of by the connection, and asked again when it is back. */
function quietly(work: Promise<void>): void {
  work.catch(() => undefined);
}
