import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SendEvent } from '../../../src/post/send-mail.ts';
import type { SendOptions, SendReport } from '../../../src/post/send-issue.ts';
import { sendIssue } from '../../../src/post/send-issue.ts';
import { readSentLog } from '../../../src/post/sent-log.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { useTempFolder } from '../../support/make-temp-folder.ts';
import { makeHaste } from '../../support/run-send.ts';
import { findClosedPort } from '../../support/local-port.ts';
import type { SmtpServerOptions } from '../../support/smtp-server.ts';
import { makeSmtpServer } from '../../support/smtp-server.ts';

const root = useTempFolder();

beforeAll(() =>
  writeFiles(root(), {
    'newsletter.config.yaml': smallConfig,
    'issues/one.yaml': smallIssue(1),
  }),
);

beforeEach(() => rm(join(root(), '.galley/sent.jsonl'), { recursive: true, force: true }));

async function startServer(options: SmtpServerOptions = {}) {
  const server = await makeSmtpServer({ tls: 'none', ...options });
  onTestFinished(() => server.close());
  return server;
}

const three = ['a@example.com', 'b@example.com', 'c@example.com'];

function send(
  port: number | null,
  changes: Partial<SendOptions> = {},
): Promise<SendReport & { readonly events: readonly SendEvent[] }> {
  const events: SendEvent[] = [];
  let ids = 0;
  const environment: Record<string, string> =
    port === null ? {} : { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_TLS: 'none' };
  const options: SendOptions = {
    slug: 'one',
    to: three,
    environment,
    force: false,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-22T21:55:11.000Z'),
    newId: () => `id${++ids}`,
    pace: makeHaste(),
    onEvent: (event) => events.push(event),
    approve: () => undefined,
    ...changes,
  };
  return sendIssue(workspaceAt(root()), options).then((report) => ({ ...report, events }));
}

const log = () => readSentLog(workspaceAt(root())).entries;

describe('sending an issue', () => {
  it('tells of each mail when it begins, how far it is, and how it ended', async () => {
    const server = await startServer();
    const { events, results } = await send(server.port);
    const kinds = events.map((event) => event.type).filter((type, at, all) => type !== all[at - 1]);
    expect(kinds).toEqual(three.flatMap(() => ['begin', 'progress', 'result']));
    expect(events[0]).toMatchObject({ type: 'begin', to: three[0], index: 0, total: 3 });
    const last = events.filter((event) => event.type === 'progress').at(-1);
    expect(last?.sent).toBe(last?.bytes);
    expect(results.map(({ messageId }) => messageId)).toEqual(
      ['id1', 'id2', 'id3'].map((id) => `<${id}@example.com>`),
    );
    expect(log().map(({ to, messageId }) => [to, messageId])).toEqual(
      results.map(({ to, messageId }) => [to, messageId]),
    );
  });

  it('keeps the Message-ID over its tries: one copy, one line in the log', async () => {
    const server = await startServer({
      refuseMessage: (_, attempt) => (attempt < 3 ? { code: 451, text: '4.3.0 later' } : null),
    });
    const { results } = await send(server.port, { to: ['a@example.com'] });
    expect(results).toMatchObject([{ status: 'accepted', tries: 3 }]);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.message.toString('latin1')).toContain('<id1@example.com>');
    expect(log()).toHaveLength(1);
  });

  it('does not try the others on a server that can not be used, nor log them', async () => {
    const { results } = await send(await findClosedPort());
    expect(results.map(({ status, tries }) => [status, tries])).toEqual([
      ['rejected', 3],
      ['rejected', 0],
      ['rejected', 0],
    ]);
    expect(results[2]?.answer).toMatch(/^not tried: /);
    expect(log().map(({ to }) => to)).toEqual(['a@example.com']);
  });

  it('sends nothing when it is not approved, or when its log could not be written', async () => {
    const server = await startServer();
    const no = () => {
      throw new Error('no');
    };
    await expect(send(server.port, { approve: no })).rejects.toThrow('no');
    await mkdir(join(root(), '.galley/sent.jsonl'));
    await expect(send(server.port)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(server.connections()).toBe(0);
  });

  it('begins no further mail after Ctrl-C', async () => {
    const server = await startServer();
    const interrupt = new AbortController();
    const { results } = await send(server.port, {
      signal: interrupt.signal,
      onEvent: ({ type }) => {
        if (type === 'progress') interrupt.abort();
      },
    });
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'not-sent', 'not-sent']);
    expect(server.received).toHaveLength(1);
    expect(log().map(({ to }) => to)).toEqual(['a@example.com']);
  });

  it('puts every mail into the outbox when no server is set, and logs none', async () => {
    const { results, events } = await send(null);
    expect(results.map(({ status }) => status)).toEqual(['outbox', 'outbox', 'outbox']);
    expect(new Set(results.map(({ file }) => file)).size).toBe(3);
    expect(events.map(({ type }) => type)).toEqual(three.flatMap(() => ['begin', 'result']));
    expect(log()).toEqual([]);
  });
});
