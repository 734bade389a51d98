import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { UserError } from '../../diagnostics/user-error.ts';
import { errorCode } from '../../files/error-code.ts';

export interface Listening {
  readonly port: number;
  /** Ends at once, also with open connections. */
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  /** The one port to listen at, 0 for whichever is free; else the first free one from 4255 on. */
  readonly port?: number | undefined;
  /** Makes the server; else one of Node's. */
  readonly createServer?: (answer: Answer) => Server;
}

/** Answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** Where the preview is, if the port is free. */
export const defaultPort = 4255;

/**
 * Listens on this machine only. Throws a `UserError`: `port-in-use` when the wanted port is taken,
 * `port-refused` when the system doesn't allow it.
 */
export async function listen(answer: Answer, options: ListenOptions = {}): Promise<Listening> {
  const { port, createServer = createNodeServer } = options;
  const ports = port === undefined ? usualPorts : [port];
  for (const candidate of ports) {
    const server = createServer(answer);
    const failure = await tryToListen(server, candidate);
    if (failure === null) return listening(server);
    // One that is reserved for something else is as good as taken.
    const isLast = candidate === ports.at(-1);
    if (isLast || !/^(?:EADDRINUSE|EACCES)$/.test(errorCode(failure) ?? '')) {
      throw explain(failure, candidate);
    }
  }
  throw new Error('There is no port to try.');
}

// --- internal ---

const host = '127.0.0.1';

/** The last one is any that is free. */
const usualPorts = [...Array.from({ length: 21 }, (_, index) => defaultPort + index), 0];

function createNodeServer(answer: Answer): Server {
  // Without http2 it is always a server of node:http.
  return createAdaptorServer({ fetch: answer, overrideGlobalObjects: false }) as Server;
}

function tryToListen(server: Server, port: number): Promise<Error | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}

function listening(server: Server): Listening {
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        // An open stream of events would keep the server for ever.
        server.closeAllConnections();
      }),
  };
}

function explain(error: Error, port: number): unknown {
  const code = errorCode(error);
  if (code === null) return error;
  const cause = { cause: error };
  if (code === 'EADDRINUSE') {
    const message = `The port ${port} is taken by another program.`;
    return new UserError('port-in-use', message, 'Leave --port out to take a free one.', cause);
  }
  const reason = code === 'EACCES' ? 'this user may not use it' : `the system answered ${code}`;
  const hint = 'Choose one from 1024 on, or leave --port out.';
  return new UserError('port-refused', `The port ${port} can't be used: ${reason}.`, hint, cause);
}
