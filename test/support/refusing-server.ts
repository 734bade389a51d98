import { createServer, type Server } from 'node:http';
import type { Answer } from '../../src/preview/serve/listen.ts';

/** Makes servers that the system lets listen at no port but those of `free`. */
export function refusing(code: string, free: readonly number[] = []): () => Server {
  return () => {
    const server = createServer();
    const listen = (port: number, host: string, done: () => void) => {
      if (free.includes(port)) {
        server.address = () => ({ port, address: host, family: 'IPv4' });
        queueMicrotask(done);
      } else {
        const error = Object.assign(new Error(`listen ${code}`), { code });
        queueMicrotask(() => server.emit('error', error));
      }
      return server;
    };
    return Object.assign(server, { listen });
  };
}

export const noAnswer: Answer = () => new Response();
