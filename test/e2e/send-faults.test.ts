import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readSentLog } from '../../src/post/sent-log.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { auth, pass, useFaultMatrix } from '../support/fault-matrix.ts';
import { smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { findClosedPort } from '../support/local-port.ts';
import { makeHeavyGif } from '../support/make-image.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { makeRawServer, type Replies } from '../support/raw-smtp-server.ts';
import { makeSmtpServer, type SmtpServerOptions } from '../support/smtp-server.ts';

/*
 * What the author is told of each fault, against real servers that have it. Only the pauses between
 * two tries pass at once.
 */

const folder = useTempFolder();
const send = useFaultMatrix(folder);

beforeAll(() =>
  writeFiles(folder(), {
    'newsletter.config.yaml': `${smallConfig}testRecipients: [a@example.com, b@example.com, c@example.com]\n`,
    'issues/one.yaml': smallIssue(1),
    // More than the system takes off our hands while the server reads nothing.
    'issues/heavy.yaml': smallIssue(2, '![A large picture](heavy.gif)'),
    'issues/heavy.gif': makeHeavyGif(5_000_000),
  }),
);

async function wellBehaved(options: SmtpServerOptions = {}) {
  const server = await makeSmtpServer({ auth, ...options });
  onTestFinished(() => server.close());
  return server;
}

async function raw(replies: Replies | ((connection: number) => Replies)) {
  const server = await makeRawServer(replies);
  onTestFinished(() => server.close());
  return server;
}

const logged = () => readSentLog(workspaceAt(folder())).entries;

describe('a server that can not be used', () => {
  it('refuses the connection: the others are not tried', async () => {
    const port = await findClosedPort();
    const told = await send('connection refused', { port }, ['a@example.com', 'b@example.com']);
    expect(told.code).toBe(3);
    expect(told.lines).toEqual(['rejected a@example.com', 'rejected b@example.com']);
    expect(told.stdout).toContain('rejected b@example.com not tried: ');
    const tries = told.stderr.match(
      /the connection was refused\. Trying again in \d+ seconds\.\n/g,
    );
    expect(tries).toHaveLength(2);
    expect(told.stderr).toContain('error  connection-refused\n');
    expect(told.stderr.match(/connection-refused/g)).toHaveLength(1);
    expect(told.stderr).toContain('Not delivered to a@example.com, b@example.com.\n');
  });

  it('has a certificate of an authority that nobody knows', async () => {
    const server = await wellBehaved();
    const told = await send('bad certificate', { ...server, ca: undefined }, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  bad-certificate\n');
    expect(server.received).toEqual([]);
  });

  it('is used all the same with SMTP_INSECURE=1, and that is said', async () => {
    const server = await wellBehaved();
    const insecure = { SMTP_INSECURE: '1' };
    const told = await send('certificate not verified', server, ['a@example.com'], {
      env: insecure,
    });
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
    expect(told.stderr).toContain('warning  SMTP_INSECURE=1 is set');
  });

  it('has lost its STARTTLS on the way', async () => {
    const server = await raw({
      EHLO: '250-mx.example.org\n250 AUTH PLAIN',
      STARTTLS: '502 5.5.1 not here',
    });
    const told = await send('STARTTLS stripped', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  starttls-missing\n');
    expect(server.heard.flat().join()).not.toMatch(/AUTH|MAIL/);
  });

  it('says too much before TLS begins: what was injected counts for nothing', async () => {
    const injected = '220 ready\r\n250-mx.example.org\r\n250 AUTH PLAIN\r\n235 2.7.0 come in\r\n';
    const server = await raw({
      STARTTLS: async (peer) => {
        peer.send(injected);
        await peer.startTls();
      },
    });
    const told = await send('injected replies', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
    const verbs = server.heard.flat().map((line) => line.split(' ')[0]);
    expect(verbs.slice(0, 4)).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
    expect(server.messages).toHaveLength(1);
  });

  it('offers no login', async () => {
    const server = await raw({ EHLO: '250-mx.example.org\n250 STARTTLS' });
    const told = await send('AUTH missing', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  auth-missing\n');
    expect(server.messages).toEqual([]);
  });

  it('refuses the password', async () => {
    const server = await wellBehaved({ auth: { user: 'ada', pass: 'another' } });
    const told = await send('AUTH wrong', server, ['a@example.com', 'b@example.com']);
    expect(told.code).toBe(3);
    expect(told.stdout).toMatch(/^rejected a@example\.com 535 5\.7\.8 /);
    expect(told.stderr).toContain('error  auth-failed\n');
    expect(server.connections()).toBe(1);
  });

  it('says nothing at all', async () => {
    const server = await raw({ banner: () => undefined });
    const told = await send('silence', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  silent-server\n');
  });

  it('repeats the password in its refusal, with colours', async () => {
    const plain = Buffer.from(`\0ada\0${pass}`).toString('base64');
    const server = await raw({ AUTH: `535 5.7.8 \u001b[31mno ${pass} ${plain}\u0007` });
    const told = await send('a refusal with secrets', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
  });
});

describe('a fault that passes', () => {
  it('is a recipient refused for now, and accepted at the second try: one copy', async () => {
    const server = await wellBehaved({
      refuseRecipient: (_, attempt) =>
        attempt === 1 ? { code: 450, text: '4.7.1 greylisted, come back' } : null,
    });
    const told = await send('greylisting', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
    expect(told.stderr).toBe(
      'a@example.com: 450 4.7.1 greylisted, come back. Trying again in 5 seconds.\n' +
        'Sent to a@example.com.\n',
    );
    expect(server.received).toHaveLength(1);
  });

  it('is a connection lost before the message: one copy', async () => {
    const server = await raw((connection) => ({
      ...(connection === 1 && { MAIL: (peer) => peer.drop() }),
    }));
    const told = await send('drop before DATA', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
    expect(server.messages).toHaveLength(1);
  });

  it('is a connection lost in the middle of the message: one copy, with the same Message-ID', async () => {
    const server = await raw((connection) => ({
      ...(connection === 1 && {
        content: async (peer) => {
          await peer.readLine();
          peer.drop();
        },
      }),
    }));
    const told = await send('drop during DATA', server, ['a@example.com'], { slug: 'heavy' });
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
    expect(server.messages).toHaveLength(1);
    expect(server.messages[0]).toContain(logged().at(-1)?.messageId);
  });

  it('is a banner that comes in pieces', async () => {
    const server = await raw({
      banner: async (peer) => {
        peer.send('220-mx.example.org\r\n220-');
        await new Promise(setImmediate);
        peer.send('patience\r\n220 ESMTP\r\n');
      },
    });
    const told = await send('slow banner', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 0, lines: ['accepted a@example.com'] });
  });
});

describe('a fault of one mail', () => {
  const three = ['a@example.com', 'b@example.com', 'c@example.com'];

  it('is one of three recipients refused: the others get theirs', async () => {
    const server = await wellBehaved({
      refuseRecipient: (address) =>
        address === 'b@example.com' ? { code: 550, text: '5.1.1 no such user' } : null,
    });
    const before = logged().length;
    const told = await send('5xx for one of three', server, three);
    expect(told.code).toBe(3);
    expect(told.stdout).toMatch(
      /^accepted a@example\.com 250 .*\nrejected b@example\.com 550 5\.1\.1 no such user.*\naccepted c@example\.com 250 .*\n$/,
    );
    expect(told.stderr).toContain('error  recipient-refused\n  b@example.com: ');
    expect(told.stderr).toContain('Sent to a@example.com, c@example.com.\nNot delivered to b@');
    expect(server.received.map(({ to }) => to)).toEqual([['a@example.com'], ['c@example.com']]);
    expect(
      logged()
        .slice(before)
        .map(({ to, status }) => `${status} ${to}`),
    ).toEqual(told.lines);
  });

  it('is a message larger than the server takes: nothing of it is sent', async () => {
    const server = await wellBehaved({ size: 2000 });
    const told = await send('message too large', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  message-too-large\n');
    expect(server.received).toEqual([]);
  });

  it('is a message refused after it was read', async () => {
    const server = await wellBehaved({
      refuseMessage: () => ({ code: 554, text: '5.7.1 looks like spam' }),
    });
    const told = await send('message refused', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  message-refused\n');
  });

  it('is an answer that never comes: unknown, and never sent again', async () => {
    const server = await raw({ end: (peer) => peer.drop() });
    const told = await send('drop after DATA', server, ['a@example.com', 'b@example.com']);
    expect(told.code).toBe(3);
    expect(told.lines).toEqual(['unknown a@example.com', 'unknown b@example.com']);
    expect(told.stderr).toContain('error  outcome-unknown\n');
    expect(told.stderr).toContain('Look whether it arrived before you send again');
    expect(server.messages).toHaveLength(2);
    expect(logged().at(-1)).toMatchObject({ status: 'unknown', to: 'b@example.com' });
  });

  it('is a refusal that lasts: three tries, then it is told', async () => {
    const server = await wellBehaved({
      refuseRecipient: () => ({ code: 451, text: '4.3.0 try later' }),
    });
    const told = await send('4xx each time', server, ['a@example.com']);
    expect(told).toMatchObject({ code: 3, lines: ['rejected a@example.com'] });
    expect(told.stderr).toContain('error  try-again-later\n');
    expect(server.connections()).toBe(3);
  });
});
