import { printable } from '../diagnostics/printable.ts';
import { encodedSize } from '../mail/encoded-size.ts';
import { formatServer, shownUser } from '../mail/smtp/server.ts';
import type { SendPlan } from '../post/plan-send.ts';
import type { SendMeans } from '../post/send-mail.ts';

/** What `galley send --dry-run` shows: server, signer, envelope, sizes and the headers. */
export async function formatDryRun(plan: SendPlan, means: SendMeans): Promise<string> {
  const shown = await inspect(plan, means);
  const { server, signer, envelope, sizes } = shown;
  const rows: [name: string, value: string][] = [
    [
      'Server',
      server === null ? 'none is set: it would be put into out/outbox/' : serverLine(server),
    ],
    ['DKIM', signer === null ? 'not signed' : `${signer.domain}, selector ${signer.selector}`],
    ['From', envelope.from],
    ...envelope.to.map(({ address, asksFirst }): [string, string] => [
      'To',
      asksFirst ? `${address} (not in testRecipients: asks before)` : address,
    ]),
    [
      'Size',
      `${sizes.message} bytes: HTML ${sizes.html}, text ${sizes.text}, pictures ${sizes.pictures}`,
    ],
  ];
  const head = rows.map(([name, value]) => `${name.padEnd(8)}${printable(value)}`);
  const headers = shown.headers.map(printable);
  return [...head, '', ...headers, '', 'Nothing was sent.'].join('\n');
}

/** The same as JSON. */
export async function dryRunJson(plan: SendPlan, means: SendMeans): Promise<string> {
  return JSON.stringify(await inspect(plan, means), null, 2);
}

// --- internal ---

/** All but the password and the key; the message is the first recipient's. */
async function inspect(plan: SendPlan, means: SendMeans) {
  const { server, signer, letter, recipients, from } = plan;
  const [first = from] = recipients.addresses;
  const { message } = await letter.compose({ to: first, date: means.now(), id: means.newId() });
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  return {
    server: server && {
      host: server.host,
      port: server.port,
      tls: server.tls,
      user: shownUser(server),
      insecure: server.insecure,
    },
    signer,
    envelope: {
      from,
      to: recipients.addresses.map((address) => ({
        address,
        asksFirst: recipients.unlisted.includes(address),
      })),
    },
    sizes: {
      message: message.length,
      html: encodedSize(letter.html),
      text: encodedSize(letter.text),
      pictures: letter.pictureBytes,
    },
    headers: text.toString('utf8', 0, text.indexOf('\r\n\r\n')).split('\r\n'),
  };
}

function serverLine(server: {
  readonly host: string;
  readonly port: number;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string | null;
  readonly insecure: boolean;
}): string {
  const ways = { implicit: 'TLS from the start', starttls: 'STARTTLS', none: 'no TLS' };
  const way = server.insecure && server.tls !== 'none' ? ', certificate not verified' : '';
  const login = server.user === null ? 'no login' : `login ${server.user}, password ****`;
  return `${formatServer(server)}, ${ways[server.tls]}${way}, ${login}`;
}
