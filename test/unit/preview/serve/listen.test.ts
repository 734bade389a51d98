import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/diagnostics/user-error.ts';
import type { Answer } from '../../../../src/preview/serve/listen.ts';
import { listen } from '../../../../src/preview/serve/listen.ts';
import { noAnswer, refusing } from '../../../support/refusing-server.ts';

describe('the server', () => {
  it('answers on this machine and at no address that others reach', async () => {
    const answer: Answer = ({ url }) => new Response(new URL(url).pathname);
    const { port, close } = await listen(answer, { port: 0 });
    expect(await (await fetch(`http://127.0.0.1:${port}/here`)).text()).toBe('/here');
    const outer = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const reachable = outer.filter(({ address, family }) => {
      return family === 'IPv4' && address !== '127.0.0.1';
    });
    // 127.0.0.2 is this machine too, and would answer if all addresses did.
    for (const host of ['127.0.0.2', ...reachable.map(({ address }) => address)]) {
      await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow();
    }
    await close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('ends at once with a stream that is open, and tells the stream', async () => {
    let cancelled = 0;
    const body = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(Buffer.from('data: hello\n\n'));
        },
        cancel: () => {
          cancelled++;
        },
      });
    const { port, close } = await listen(() => new Response(body()), { port: 0 });
    const { body: stream } = await fetch(`http://127.0.0.1:${port}/`);
    const reader = (stream ?? body()).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('data: hello\n\n');
    // It would never end if it waited for the stream.
    await close();
    await expect(reader.read()).rejects.toThrow();
    expect(cancelled).toBe(1);
  });
});

describe('the port', () => {
  it('is 4255 or the first free one after it', async () => {
    const at = async (free: readonly number[]) => {
      return (await listen(noAnswer, { createServer: refusing('EADDRINUSE', free) })).port;
    };
    expect(await at([4255, 4256])).toBe(4255);
    expect(await at([4257, 4258])).toBe(4257);
    expect(await at([4275, 0])).toBe(4275);
    expect(await at([4276, 0])).toBe(0);
    expect((await listen(noAnswer, { createServer: refusing('EACCES', [4256]) })).port).toBe(4256);
  });

  it('is the wanted one or none: a taken one is a usage error', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const error: unknown = await listen(noAnswer, { port }).catch((reason: unknown) => reason);
    other.close();
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'port-in-use',
      message: `The port ${port} is taken by another program.`,
      hint: 'Leave --port out to take a free one.',
    });
  });

  it.each([
    ['EACCES', /may not use it/],
    ['EADDRNOTAVAIL', /EADDRNOTAVAIL/],
  ])('that the system refuses with %s is a usage error', async (code, message) => {
    const listening = listen(noAnswer, { port: 80, createServer: refusing(code) });
    await expect(listening).rejects.toMatchObject({
      code: 'port-refused',
      message: expect.stringMatching(message) as string,
    });
    const none = listen(noAnswer, { createServer: refusing(code) });
    await expect(none).rejects.toMatchObject({ code: 'port-refused' });
  });

  it('that fails for another reason is a bug', async () => {
    const none = listen(noAnswer, { port: 1, createServer: refusing('ERR_SOCKET_BAD_PORT') });
    await expect(none).rejects.not.toBeInstanceOf(UserError);
  });
});
