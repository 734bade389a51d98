import type {
  IssueDetails,
  IssueLog,
  OutboxDetails,
  PreviewState,
  ShownOutbox,
  ShownProblem,
  ShownSend,
} from '../model.ts';

/** Everything beside the chosen issue. */
export async function readState(): Promise<PreviewState> {
  return (await (await ask('/api/state')).json()) as PreviewState;
}

/** The chosen issue; null when there is none of that name. */
export async function readDetails(slug: string): Promise<IssueDetails | null> {
  return readKnown(`/api/issues/${slug}`);
}

/** The text at an address of this server. */
export async function readText(address: string): Promise<string> {
  return (await ask(address)).text();
}

/** The HTML of the mail in a folder in which `data-path` tells which field an element came from. */
export async function readPlaces(folder: string): Promise<string> {
  return readText(`${folder}/places`);
}

/** What was sent of an issue; null when there is none of that name. */
export async function readLog(slug: string): Promise<IssueLog | null> {
  return readKnown(`/api/issues/${slug}/log`);
}

/** The list of the mails in the outbox. */
export async function readOutbox(): Promise<ShownOutbox> {
  return (await (await ask('/api/outbox')).json()) as ShownOutbox;
}

/** A mail of the outbox; null when there is none of that name. */
export async function readOutboxMail(name: string): Promise<OutboxDetails | null> {
  return readKnown(`/api/outbox/${name}`);
}

/** Asks the server to send a test mail: the send that begins, or why none does. */
export async function sendTest(slug: string, token: string): Promise<ShownSend | ShownProblem> {
  const headers = { 'x-galley-token': token };
  try {
    const response = await fetch(`/api/send/${slug}`, { method: 'POST', headers });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as ShownSend;
    const { message, hint } = { ...noReason(response.status), ...(answer as object | null) };
    return { message, hint };
  } catch {
    return {
      message: 'The connection to Galley was lost: whether a test mail was sent is not known.',
      hint: 'When it is back, look into the log, or whether the mail arrived, before you send again.',
    };
  }
}

// --- internal ---

async function ask(address: string): Promise<Response> {
  return checked(await fetch(address));
}

function checked(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return response;
}

async function readKnown<Answer>(address: string): Promise<Answer | null> {
  const response = await fetch(address);
  return response.status === 404 ? null : ((await checked(response).json()) as Answer);
}

function noReason(status: number): ShownProblem {
  return { message: `Nothing was sent: the server answered ${status}.`, hint: '' };
}
