import type { IssueDetails, PreviewState } from '../model.ts';

/** Everything beside the chosen issue. */
export async function readState(): Promise<PreviewState> {
  return (await (await ask('/api/state')).json()) as PreviewState;
}

/** The chosen issue; null when there is none of that name. */
export async function readDetails(slug: string): Promise<IssueDetails | null> {
  const response = await fetch(`/api/issues/${slug}`, { cache: 'no-store' });
  if (response.status === 404) return null;
  return (await checked(response).json()) as IssueDetails;
}

/** The text at an address of this server. */
export async function readText(address: string): Promise<string> {
  return (await ask(address)).text();
}

/** Asks the server to send a test mail; tells how that went, in a sentence. */
export async function sendTest(slug: string, token: string): Promise<string> {
  const headers = { 'x-galley-token': token };
  const response = await fetch(`/api/send/${slug}`, { method: 'POST', headers });
  const answer: unknown = await response.json().catch(() => null);
  const said = sentence(answer);
  if (response.ok) return said ?? 'The test mail is sent.';
  return said ?? `The test mail was not sent: the server answered ${response.status}.`;
}

// --- internal ---

async function ask(address: string): Promise<Response> {
  return checked(await fetch(address, { cache: 'no-store' }));
}

function checked(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return response;
}

function sentence(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { reason, message } = answer as Readonly<Record<string, unknown>>;
  if (typeof reason === 'string') return reason;
  return typeof message === 'string' ? message : null;
}
