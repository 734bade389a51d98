import { Hono } from 'hono';
import type { IssueLog, ShownOutbox } from '../model.ts';
import type { Outbox } from '../sending/outbox.ts';
import type { Sender } from '../sending/sender.ts';
import type { Session } from '../session/session.ts';
import { refuse } from './answer.ts';
import { readJson } from './read-json.ts';
import { mostBytes, mostHead, showOutboxLine, showOutboxMail } from './show-outbox.ts';

export interface PostOptions {
  readonly sender: Pick<Sender, 'status' | 'begin' | 'subscribe'>;
  readonly outbox: Outbox;
  /** What was sent of an issue of the workspace. */
  readonly readLog: (slug: string) => IssueLog;
}

/** What the page asks about sending, under `/api`: to send, what was sent, what is in the outbox. */
export function postRoutes(session: Session, { sender, outbox, readLog }: PostOptions): Hono {
  const routes = new Hono();

  // To whom it goes is the config's part: no request names an address.
  routes.post('/send/:slug', async (context) => {
    const body = await readJson(context.req.raw);
    if (!body.ok) return refuse(context, body.status, body.message);
    const slug = context.req.param('slug');
    const issue = await session.open(slug);
    if (issue === null) return refuse(context, 404, `There is no issue ${slug}.`);
    const begun = await sender.begin(issue.row.slug);
    if (begun.ok) return context.json(begun.send, 202);
    return context.json(begun.problem, begun.reason === 'busy' ? 409 : 422);
  });

  routes.get('/issues/:slug/log', async (context) => {
    const slug = context.req.param('slug');
    const { issues } = await session.state();
    const isKnown = issues.some((row) => row.slug === slug);
    return isKnown
      ? context.json(readLog(slug))
      : refuse(context, 404, `There is no issue ${slug}.`);
  });

  routes.get('/outbox', async (context) => {
    const mails = await outbox.list();
    const heads = await outbox.readHeads(mails.slice(0, mostListed), mostHead);
    const shown: ShownOutbox = { mails: heads.map(showOutboxLine), total: mails.length };
    return context.json(shown);
  });

  routes.get('/outbox/:name', async (context) => {
    const name = context.req.param('name');
    const mail = (await outbox.list()).find((listed) => listed.name === name);
    const bytes = mail === undefined ? null : await outbox.read(name, mostBytes);
    if (mail === undefined || bytes === null) {
      return refuse(context, 404, 'There is no such mail in the outbox.');
    }
    return context.json(showOutboxMail(mail, bytes));
  });

  return routes;
}

// --- internal ---

/** As the model says. */
const mostListed = 200;
