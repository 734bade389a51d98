import { connect, type Socket } from 'node:net';
import { readWireError, type StepResult } from './run-step.ts';
import { isLoopback, type SmtpServer } from './server.ts';

/**
 * Connects to the server, by the system's resolver and to whichever of its addresses answers.
 * Opening the socket here, not in the library, keeps one clock for the whole of it and shows where
 * it leads: without TLS it must be this machine, whatever the name says.
 */
export function openSocket(
  server: SmtpServer,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Promise<StepResult<Socket>> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ ok: false, cause: { kind: 'interrupted' } });
    const socket = connect({ host: server.host, port: server.port });
    const settle = (result: StepResult<Socket>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      socket.off('connect', use);
      if (!result.ok) socket.on('error', () => undefined).destroy();
      socket.off('error', fail);
      resolve(result);
    };
    const interrupt = (): void => settle({ ok: false, cause: { kind: 'interrupted' } });
    const fail = (error: unknown): void =>
      settle({ ok: false, cause: { kind: 'error', error: readWireError(error) } });
    const use = (): void => {
      const here = isLoopback(socket.remoteAddress ?? '');
      if (server.tls === 'none' && !server.insecure && !here) return fail({ code: NOT_HERE });
      settle({ ok: true, value: socket });
    };
    const timer = setTimeout(() => settle({ ok: false, cause: { kind: 'timeout' } }), ms);
    signal.addEventListener('abort', interrupt);
    socket.once('connect', use).once('error', fail);
  });
}

/** The code of a connection without TLS that leads to another machine. */
export const NOT_HERE = 'NOT_LOOPBACK';
