import type { Context } from 'hono';
import { Hono } from 'hono';
import type { MailLook } from '../model.ts';
import type { LastPrint, Session } from '../session/session.ts';
import { refuse } from './answer.ts';
import { mailPolicy } from './policies.ts';
import { showMail } from './show-mail.ts';

/**
 * The mail of an issue and what belongs to it, each of which is only ever looked up by its name in
 * the last good rendering: no request makes a path.
 */
export function mailRoutes(session: Session): Hono {
  const routes = new Hono();

  routes.get('/:slug/email.html', (context) =>
    withPrint(session, context, ({ printed }) => {
      const look = readLook(context);
      const html = showMail(printed.html, printed.pictures, look);
      return send(context, html, 'text/html; charset=utf-8', {
        'Content-Security-Policy': mailPolicy(look.images),
      });
    }),
  );

  routes.get('/:slug/email.txt', (context) =>
    withPrint(session, context, ({ printed }) => send(context, printed.text, plainText)),
  );

  routes.get('/:slug/source.html', (context) =>
    withPrint(session, context, ({ printed }) => send(context, printed.html, plainText)),
  );

  // As it is, and nothing that a browser shows: the page looks up in it where a field stands.
  routes.get('/:slug/places', (context) =>
    withPrint(session, context, async (_, slug) => {
      const traced = await session.traced(slug);
      if (traced === null) return refuse(context, 404, 'It is not known where the fields stand.');
      return send(context, traced, plainText);
    }),
  );

  routes.get('/:slug/email.eml', (context) =>
    withPrint(session, context, ({ printed }, slug) =>
      send(context, new Uint8Array(printed.eml), 'message/rfc822', {
        'Content-Disposition': `attachment; filename="${slug}.eml"`,
      }),
    ),
  );

  routes.get('/:slug/images/:name', (context) =>
    withPrint(session, context, ({ printed }) => {
      const path = `images/${context.req.param('name')}`;
      const picture = printed.pictures.find((candidate) => candidate.path === path);
      if (picture === undefined) return refuse(context, 404, 'The issue has no such picture.');
      return send(context, new Uint8Array(picture.image.bytes), picture.image.type, {
        // The name has a hash of the bytes.
        'Cache-Control': 'private, max-age=31536000, immutable',
      });
    }),
  );

  return routes;
}

/** A text that is no markup, whatever it looks like. */
export const plainText = 'text/plain; charset=utf-8';

/** How a mail is to be shown, as the query of its address says. */
export function readLook(context: Context): MailLook {
  const { scheme, images, styles } = context.req.query();
  return {
    scheme: scheme === 'dark' ? 'dark' : 'light',
    images: images === 'blocked' || images === 'all' ? images : 'local',
    styles: styles !== 'off',
  };
}

// --- internal ---

async function withPrint(
  session: Session,
  context: Context,
  show: (print: LastPrint, slug: string) => Response | Promise<Response>,
): Promise<Response> {
  const issue = await session.open(context.req.param('slug') ?? '');
  if (issue === null) return refuse(context, 404, 'There is no such issue.');
  if (issue.print === null) {
    return refuse(context, 404, 'There is nothing to show until the errors are gone.');
  }
  return show(issue.print, issue.row.slug);
}

/** All of it may be opened in a tab of its own, so nothing of it may run a script. */
function send(
  context: Context,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const policy = { 'Content-Security-Policy': mailPolicy('local') };
  return context.body(body, 200, { ...policy, 'Content-Type': type, ...headers });
}
