import type { Context } from 'hono';
import { Hono } from 'hono';
import { decodeBody, decodeText } from '../../mail/decode-body.ts';
import { readMessage } from '../../mail/read-message.ts';
import type { Outbox } from '../sending/outbox.ts';
import { refuse } from './answer.ts';
import type { MailParts } from './mail-parts.ts';
import { attachmentName, divideMail, pictureTypes } from './mail-parts.ts';
import { plainText, readLook } from './mail-routes.ts';
import { mailPolicy } from './policies.ts';
import { showOutboxHtml } from './show-outbox-html.ts';
import { mostBytes, mostText } from './show-outbox.ts';

/**
 * The mails of the outbox and what is in them. Anyone who can write to the folder may have put
 * anything there, so a mail gets to say nothing: its name is looked up in the list, a part is named
 * by its place, and no type, name or address out of a mail is one of an answer.
 */
export function outboxRoutes(outbox: Outbox): Hono {
  const routes = new Hono();

  routes.get('/:name/email.html', (context) =>
    withParts(outbox, context, ({ html, pictures }, name) => {
      if (html === null) return refuse(context, 404, 'This mail has no HTML.');
      const look = readLook(context);
      const folder = `${new URL(context.req.url).origin}/outbox/${name}/cid/`;
      const shown = showOutboxHtml(decodeText(html, mostText), pictures, look);
      return send(context, shown, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': mailPolicy(look.images, folder),
      });
    }),
  );

  routes.get('/:name/email.txt', (context) =>
    withParts(outbox, context, ({ text }) =>
      text === null
        ? refuse(context, 404, 'This mail has no plain text.')
        : send(context, decodeText(text, mostText), { 'Content-Type': plainText }),
    ),
  );

  routes.get('/:name/source.html', (context) =>
    withParts(outbox, context, ({ html }) =>
      html === null
        ? refuse(context, 404, 'This mail has no HTML.')
        : send(context, decodeText(html, mostText), { 'Content-Type': plainText }),
    ),
  );

  routes.get('/:name/email.eml', async (context) => {
    const name = context.req.param('name');
    const stream = await outbox.stream(name);
    if (stream === null) return refuse(context, 404, noMail);
    return context.body(stream as ReadableStream, 200, {
      ...harmless,
      'Content-Type': 'message/rfc822',
      'Content-Disposition': saveAs(name),
    });
  });

  routes.get('/:name/cid/:index', (context) =>
    withParts(outbox, context, ({ pictures }) => {
      const wanted = [...pictures.values()].find(
        ({ index }) => String(index) === context.req.param('index'),
      );
      if (wanted === undefined || !pictureTypes.has(wanted.part.type)) return noPart(context);
      return send(context, copyOf(decodeBody(wanted.part)), { 'Content-Type': wanted.part.type });
    }),
  );

  routes.get('/:name/parts/:index', (context) =>
    withParts(outbox, context, ({ attachments }) => {
      const wanted = [...attachments].find(
        ([index]) => String(index) === context.req.param('index'),
      );
      if (wanted === undefined) return noPart(context);
      const [index, part] = wanted;
      return send(context, copyOf(decodeBody(part)), {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': saveAs(attachmentName(part, index)),
      });
    }),
  );

  return routes;
}

// --- internal ---

const noMail = 'There is no such mail in the outbox.';

const harmless = { 'Content-Security-Policy': mailPolicy('blocked') };

function noPart(context: Context): Response {
  return refuse(context, 404, 'The mail has no such part.');
}

async function withParts(
  outbox: Outbox,
  context: Context,
  show: (parts: MailParts, name: string) => Response,
): Promise<Response> {
  const name = context.req.param('name') ?? '';
  const bytes = await outbox.read(name, mostBytes);
  if (bytes === null) return refuse(context, 404, noMail);
  return show(divideMail(readMessage(bytes)), name);
}

function send(
  context: Context,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  return context.body(body, 200, { ...harmless, ...headers });
}

function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** RFC 6266: for every program, and in full for those that know more than ASCII. */
function saveAs(name: string): string {
  const ascii = name.replace(/[^\w. @+-]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
