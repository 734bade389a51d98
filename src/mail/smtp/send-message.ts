import { Readable } from 'node:stream';
import { explainFailure } from './explain-failure.ts';
import { sizeLimit } from './extensions.ts';
import type { Attempt } from './failure.ts';
import type { Session, SessionOptions } from './open-session.ts';
import { runStep } from './run-step.ts';
import type { SmtpServer } from './server.ts';

/** A message for one recipient. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly message: Uint8Array;
}

/**
 * Hands a message over, in one transaction; the value is the server's answer. What went wrong tells
 * whether the final dot may have left: as long as the end of the message was held back, it has not.
 */
export async function sendMessage(
  { connection, extensions }: Session,
  server: SmtpServer,
  mail: Mail,
  options: SessionOptions & {
    readonly onProgress?: ((sent: number, total: number) => void) | undefined;
  },
): Promise<Attempt<string>> {
  const bytes = mail.message.length;
  const limit = sizeLimit(extensions);
  const at = { server, mail: { from: mail.from, to: mail.to, bytes } };
  if (limit !== null && bytes > limit) {
    connection.close();
    const fault = explainFailure({ kind: 'too-large', limit }, { phase: 'envelope', ...at });
    return { ok: false, fault };
  }
  const { timeouts, signal, onProgress } = options;
  let phase: 'envelope' | 'content' | 'final' = 'envelope';
  const result = await runStep<string>(
    connection,
    { ms: timeouts.command, signal },
    ({ done, allow, finishAnyway }) => {
      const source = readInPieces(mail.message, (sent) => {
        phase = 'content';
        finishAnyway();
        allow(timeouts.block);
        onProgress?.(sent, bytes);
      });
      // The library writes the dot after this, never before.
      source.once('end', () => {
        phase = 'final';
        allow(timeouts.finalDot);
      });
      connection.send({ from: mail.from, to: [mail.to], size: bytes }, source, (error, info) => {
        const answer = error === null ? info.response : '';
        const early = error === null && phase !== 'final';
        const odd = !/^2\d\d(?:[ -]|$)/.test(answer);
        // Neither an answer to what was not yet asked nor a mere "2" is an answer.
        done(error ?? (early || odd ? { code: 'EPROTOCOL', response: answer } : null), answer);
      });
    },
  );
  if (result.ok) return result;
  return { ok: false, fault: explainFailure(result.cause, { phase, ...at }) };
}

// --- internal ---

const PIECE = 64 * 1024;

/**
 * The message as a stream. The last piece waits a turn: a connection that is already lost, or an
 * answer that is already there, is noticed before the message is complete.
 */
function readInPieces(message: Uint8Array, onPiece: (sent: number) => void): Readable {
  let sent = 0;
  return new Readable({
    highWaterMark: PIECE,
    read() {
      const piece = message.subarray(sent, sent + PIECE);
      const push = (): void => {
        if (this.destroyed) return;
        sent += piece.length;
        onPiece(sent);
        this.push(piece);
        if (sent === message.length) this.push(null);
      };
      if (sent + piece.length < message.length) push();
      else setImmediate(push);
    },
  });
}
