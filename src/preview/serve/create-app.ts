import type { Context } from 'hono';
import { Hono } from 'hono';
import type { PreviewEvent, PreviewState } from '../model.ts';
import type { Session } from '../session/session.ts';
import { completeHeaders, refuse } from './answer.ts';
import type { MailTexts } from './changes.ts';
import { compareMails } from './changes.ts';
import { streamEvents } from './events.ts';
import { refuseRequest } from './guard.ts';
import { mailRoutes } from './mail-routes.ts';
import { outboxRoutes } from './outbox-routes.ts';
import type { PageFiles } from './page-files.ts';
import { pagePolicy } from './policies.ts';
import type { PostOptions } from './post-routes.ts';
import { postRoutes } from './post-routes.ts';
import { showDetails } from './show-details.ts';

export interface AppOptions extends PostOptions {
  /** Names the running server. */
  readonly instance: string;
  /** Goes with every POST. */
  readonly token: string;
  readonly page: PageFiles;
  /** Such as `http://127.0.0.1:4255`: known once the server listens. */
  readonly address: () => string;
  /** The last build of an issue of the workspace. */
  readonly readBuilt: (slug: string) => Promise<MailTexts | null>;
  /** Told of what was thrown; the browser only learns that something was. */
  readonly onError: (error: unknown) => void;
}

/** The preview's server as a value: answers requests, knows no port. */
export function createApp(session: Session, options: AppOptions): Hono {
  const { instance, token, page, address, sender } = options;
  const app = new Hono();

  app.use('*', async (context: Context, next) => {
    const refusal = refuseRequest(context.req.raw, { address: address(), token });
    if (refusal === null) await next();
    else context.res = refuse(context, refusal.status, refusal.message);
    completeHeaders(context.res);
  });

  app.get('/', (context) => {
    const shell = page.get('index.html');
    if (shell === undefined) return refuse(context, 404, missingPage);
    return context.body(shell.bytes, 200, {
      'Content-Type': shell.type,
      'Content-Security-Policy': pagePolicy,
    });
  });

  app.get('/page/:name', (context) => {
    const file = page.get(context.req.param('name'));
    if (file === undefined) return refuse(context, 404, 'The page has no such file.');
    return context.body(file.bytes, 200, { 'Content-Type': file.type });
  });

  app.get('/api/state', async (context) => {
    const [shown, status] = await Promise.all([session.state(), sender.status()]);
    const state: PreviewState = { ...shown, ...status, instance, token };
    return context.json(state);
  });

  app.get('/api/issues/:slug', async (context) => {
    const issue = await session.open(context.req.param('slug'));
    if (issue === null) return refuse(context, 404, noIssue(context.req.param('slug')));
    return context.json(showDetails(issue));
  });

  app.get('/api/issues/:slug/changes', async (context) => {
    const issue = await session.open(context.req.param('slug'));
    if (issue === null) return refuse(context, 404, noIssue(context.req.param('slug')));
    if (issue.print === null) return refuse(context, 404, noPrint(issue.row.slug));
    const built = await options.readBuilt(issue.row.slug);
    return context.json(compareMails(built, issue.print.printed));
  });

  app.get('/events', (context) => {
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8' };
    // Nobody would read the stream of a HEAD, nor end it.
    if (context.req.method === 'HEAD') return context.body(null, 200, headers);
    const { signal } = context.req.raw;
    return context.body(streamEvents({ subscribe }, { instance, signal }), 200, headers);
  });

  app.route('/api', postRoutes(session, options));
  app.route('/mail', mailRoutes(session));
  app.route('/outbox', outboxRoutes(options.outbox));
  app.notFound((context) => refuse(context, 404, 'There is nothing at this address.'));
  app.onError((error, context) => {
    options.onError(error);
    return refuse(context, 500, 'Galley could not answer: its terminal says why.');
  });
  return app;

  function subscribe(listener: (event: PreviewEvent) => void): () => void {
    const stops = [session.subscribe(listener), sender.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  }
}

// --- internal ---

const missingPage = 'The page was not built: run npm run build in the folder of Galley.';

function noIssue(slug: string): string {
  return `There is no issue ${slug}.`;
}

function noPrint(slug: string): string {
  return `The issue ${slug} has errors, and was not without them since the preview started.`;
}
