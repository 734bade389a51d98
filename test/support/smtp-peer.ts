import { once } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './make-certificate.ts';

/** One client of a raw server. */
export interface Peer {
  /** Sends as it is. */
  send(text: string): void;
  /** The next line without its end; rejects when the client is gone. */
  readLine(): Promise<string>;
  /** All up to the final dot, dots still stuffed, each line with its CRLF. */
  readMessage(): Promise<string>;
  /** Speaks TLS from here on. */
  startTls(): Promise<void>;
  /** Reads no more, so that the client can't write on. */
  pause(): void;
  /** Closes the connection at once. */
  drop(): void;
  /** Settles when the client has closed the connection. */
  readonly gone: Promise<void>;
}

/** Wraps a connection that was just accepted; `heard` gets each line that is read. */
export function makePeer(plain: Socket, certificate: Certificate, heard: string[]): Peer {
  let socket: Socket = plain;
  let buffer = '';
  let closed = false;
  let wake: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    plain.on('close', () => {
      closed = true;
      wake();
      resolve();
    });
  });
  const listen = (): void => {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      wake();
    });
  };
  listen();
  const readable = async (length: number): Promise<void> => {
    while (buffer.length < length) {
      if (closed) throw new Error('The client is gone.');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const readTo = async (end: string): Promise<string> => {
    for (let from = 0; ;) {
      const at = buffer.indexOf(end, from);
      if (at !== -1) {
        const text = buffer.slice(0, at + end.length);
        buffer = buffer.slice(at + end.length);
        return text;
      }
      const seen = buffer.length;
      await readable(seen + 1);
      from = Math.max(0, seen - end.length);
    }
  };
  return {
    send: (text) => socket.write(text, 'latin1'),
    readLine: async () => {
      const line = (await readTo('\r\n')).slice(0, -2);
      heard.push(line);
      return line;
    },
    readMessage: async () => {
      await readable(3);
      if (buffer.startsWith('.\r\n')) {
        buffer = buffer.slice(3);
        return '';
      }
      return (await readTo('\r\n.\r\n')).slice(0, -3);
    },
    startTls: async () => {
      plain.removeAllListeners('data');
      const secure = new TLSSocket(plain, { isServer: true, ...certificate });
      secure.on('error', () => undefined);
      secure.on('close', () => plain.destroy());
      socket = secure;
      listen();
      await Promise.race([once(secure, 'secure'), gone]);
    },
    pause: () => {
      socket.pause();
      plain.pause();
    },
    drop: () => plain.destroy(),
    gone,
  };
}
