import type { PreviewEvent } from '../../src/preview/model.ts';

/** The events of one connection, one after another. */
export interface EventReader {
  /** Null at the end. */
  readonly next: () => Promise<PreviewEvent | null>;
  /** Reads on to the first event of a type. */
  readonly until: (type: PreviewEvent['type']) => Promise<PreviewEvent | null>;
  readonly cancel: () => Promise<void>;
}

/** Reads server-sent events; comments and the time to try again are passed over. */
export function readEvents(stream: ReadableStream<Uint8Array> | null): EventReader {
  if (stream === null) throw new Error('There is no stream.');
  const reader = stream.getReader();
  let waiting = '';
  const next = async (): Promise<PreviewEvent | null> => {
    for (;;) {
      const found = /^(?:retry:.*\n|:\n\n)*data: (.*)\n\n/.exec(waiting);
      if (found !== null) {
        waiting = waiting.slice(found[0].length);
        return JSON.parse(found[1] ?? '') as PreviewEvent;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      waiting += Buffer.from(value).toString();
    }
  };
  return {
    next,
    async until(type) {
      for (;;) {
        const event = await next();
        if (event === null || event.type === type) return event;
      }
    },
    cancel: () => reader.cancel(),
  };
}
