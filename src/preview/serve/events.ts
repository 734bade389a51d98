import type { PreviewEvent } from '../model.ts';

/** Where things happen. */
export interface EventSource {
  /** Returns how to stop it. */
  readonly subscribe: (listener: (event: PreviewEvent) => void) => () => void;
}

export interface EventsOptions {
  /** Names the running server. */
  readonly instance: string;
  /** Aborted when the reader goes away. */
  readonly signal: AbortSignal;
  /** Milliseconds between comments that keep the connection open. */
  readonly heartbeat?: number | undefined;
}

/**
 * What happens, as server-sent events (HTML standard, section 9.2): a stream for each
 * tab, which ends its subscription when the tab goes away.
 */
export function streamEvents(
  { subscribe }: EventSource,
  { instance, signal, heartbeat = 15_000 }: EventsOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {
    // Nothing has begun.
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          // A tab that no longer reads, such as one that sleeps, asks anew when it wakes up.
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
          else end();
        };
        const tell = (event: PreviewEvent) => {
          write(`data: ${JSON.stringify(event)}\n\n`);
        };
        const end = () => {
          stop();
          controller.close();
        };
        const unsubscribe = subscribe(tell);
        const timer = setInterval(() => {
          write(':\n\n');
        }, heartbeat);
        // An open tab doesn't keep a preview that ends.
        timer.unref();
        signal.addEventListener('abort', end);
        stop = () => {
          unsubscribe();
          clearInterval(timer);
          signal.removeEventListener('abort', end);
        };
        write(`retry: ${RETRY}\n`);
        tell({ type: 'hello', instance });
        if (signal.aborted) end();
      },
      cancel() {
        stop();
      },
    },
    { highWaterMark: MAX_WAITING },
  );
}

// --- internal ---

/** Milliseconds until a page that lost the connection tries again. */
const RETRY = 1000;

/** Events that may wait for a slow reader. */
const MAX_WAITING = 200;
