import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../src/preview/serve/create-app.ts';
import { streamEvents } from '../../../../src/preview/serve/events.ts';
import { createMemorySession } from '../../../support/preview-session.ts';
import { quietPost } from '../../../support/quiet-post.ts';
import { readEvents } from '../../../support/read-events.ts';

const never = new AbortController().signal;

describe('the events', () => {
  it('begin with hello and tell what happens, in its order', async () => {
    const session = createMemorySession([]);
    const events = readEvents(streamEvents(session, { instance: 'one', signal: never }));
    session.tell({ type: 'state' });
    expect(await events.next()).toEqual({ type: 'hello', instance: 'one' });
    expect(await events.next()).toEqual({ type: 'state' });
    session.tell({ type: 'state' });
    expect(await events.next()).toEqual({ type: 'state' });
  });

  it('go to every tab, and no more to one that was closed', async () => {
    const session = createMemorySession([]);
    const app = createApp(session, {
      ...quietPost,
      instance: 'one',
      token: '',
      page: new Map(),
      address: () => 'http://127.0.0.1:4255',
      readBuilt: () => Promise.resolve(null),
      onError: () => undefined,
    });
    const open = async () => {
      const response = await app.request('http://127.0.0.1:4255/events');
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      return readEvents(response.body);
    };
    const tabs = await Promise.all(Array.from({ length: 30 }, open));
    expect(session.listeners()).toBe(30);
    session.tell({ type: 'state' });
    for (const tab of tabs) {
      expect(await tab.next()).toEqual({ type: 'hello', instance: 'one' });
      expect(await tab.next()).toEqual({ type: 'state' });
      await tab.cancel();
    }
    expect(session.listeners()).toBe(0);
    session.tell({ type: 'state' });
    const head = await app.request('http://127.0.0.1:4255/events', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(session.listeners()).toBe(0);
  });

  it('end with the connection, also with one that was gone from the start', async () => {
    const session = createMemorySession([]);
    const connection = new AbortController();
    const events = readEvents(
      streamEvents(session, { instance: 'one', signal: connection.signal }),
    );
    expect(session.listeners()).toBe(1);
    connection.abort();
    expect(session.listeners()).toBe(0);
    expect(await events.next()).toEqual({ type: 'hello', instance: 'one' });
    expect(await events.next()).toBeNull();
    await events.cancel();
    streamEvents(session, { instance: 'one', signal: connection.signal });
    expect(session.listeners()).toBe(0);
  });

  it('do not pile up for a tab that sleeps: its stream ends, and it begins anew', async () => {
    const session = createMemorySession([]);
    const events = readEvents(streamEvents(session, { instance: 'one', signal: never }));
    for (let n = 0; n < 1000; n++) session.tell({ type: 'state' });
    expect(session.listeners()).toBe(0);
    let told = 0;
    while ((await events.next()) !== null) told++;
    expect(told).toBeGreaterThan(100);
    expect(told).toBeLessThan(1000);
  });

  it('are kept alive by comments, which end with the stream', async () => {
    const session = createMemorySession([]);
    const stream = streamEvents(session, { instance: 'one', signal: never, heartbeat: 1 });
    const reader = stream.getReader();
    let text = '';
    // The timers of streams keep no process, so one is needed here.
    const busy = setInterval(() => undefined, 1000);
    while (!text.includes(':\n\n:\n\n')) {
      text += Buffer.from((await reader.read()).value ?? []).toString();
    }
    clearInterval(busy);
    await reader.cancel();
    expect(session.listeners()).toBe(0);
  });
});
