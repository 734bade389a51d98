import type { PreviewEvent } from '../model.ts';

/** Who is told what happens at the server. */
export interface LiveListener {
  readonly told: (event: PreviewEvent) => void;
  readonly lost: () => void;
}

/**
 * Listens to the server as long as the page lives: tries again when the connection is lost, and
 * lets go of it while the page is hidden, since a browser keeps only six to one server.
 */
export function listenLive({ told, lost }: LiveListener): void {
  let source: EventSource | null = null;
  let waiting: number | undefined;

  const open = (): void => {
    clearTimeout(waiting);
    if (source !== null) return;
    source = new EventSource('/events');
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      told(JSON.parse(data) as PreviewEvent);
    });
    source.addEventListener('error', () => {
      close();
      lost();
      waiting = setTimeout(open, retryAfter);
    });
  };
  const close = (): void => {
    clearTimeout(waiting);
    source?.close();
    source = null;
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') open();
    else waiting = setTimeout(close, hiddenFor);
  });
  open();
}

// --- internal ---

const retryAfter = 500;
const hiddenFor = 30_000;
