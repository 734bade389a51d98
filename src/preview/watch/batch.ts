/** Collects what is added until it is quiet, and gives it on once, without repetitions. */
export interface Batch {
  readonly add: (path: string) => void;
  /** Adds it when things have settled. */
  readonly addLater: (path: string) => void;
  /** Gives nothing any more. */
  readonly close: () => void;
}

/** Makes a batch that is given on after a few milliseconds of quiet, or when it took too long. */
export function createBatch(give: (paths: readonly string[]) => void): Batch {
  const paths = new Set<string>();
  const later = new Set<NodeJS.Timeout>();
  let quiet: NodeJS.Timeout | null = null;
  let limit: NodeJS.Timeout | null = null;
  let closed = false;
  const batch: Batch = {
    add(path) {
      if (closed) return;
      paths.add(path);
      if (quiet === null) quiet = setTimeout(flush, quietMs);
      else quiet.refresh();
      limit ??= setTimeout(flush, limitMs);
    },
    addLater(path) {
      if (closed) return;
      const timer = setTimeout(() => {
        later.delete(timer);
        batch.add(path);
      }, laterMs);
      later.add(timer);
    },
    close() {
      closed = true;
      stop();
      later.forEach(clearTimeout);
      paths.clear();
    },
  };
  return batch;

  function flush(): void {
    stop();
    const given = [...paths];
    paths.clear();
    give(given);
  }

  function stop(): void {
    if (quiet !== null) clearTimeout(quiet);
    if (limit !== null) clearTimeout(limit);
    quiet = limit = null;
  }
}

// --- internal ---

/** The events of one save are less than this apart. */
const quietMs = 4;

/** A file that is written without end must not keep the others waiting. */
const limitMs = 25;

const laterMs = 100;
