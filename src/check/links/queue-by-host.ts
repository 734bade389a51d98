/**
 * Does some work for each address, several at a time, but one at a time for each host. Stops to begin
 * anew once the signal is aborted.
 */
export async function queueByHost(
  urls: readonly string[],
  work: (url: string) => Promise<void>,
  options: { readonly most: number; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = [...urls];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const index = waiting.findIndex((url) => !busy.has(hostOf(url)));
    const canBegin = index !== -1 && running.size < options.most && !options.signal.aborted;
    if (!canBegin) {
      if (running.size === 0) return;
      await Promise.race(running);
      continue;
    }
    const [url = ''] = waiting.splice(index, 1);
    const host = hostOf(url);
    busy.add(host);
    const job: Promise<void> = work(url).finally(() => {
      busy.delete(host);
      running.delete(job);
    });
    running.add(job);
  }
}

// --- internal ---

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
