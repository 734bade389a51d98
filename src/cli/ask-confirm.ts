import { createInterface } from 'node:readline/promises';

/**
 * Asks a question that yes or no answers, on a terminal. Anything but a yes is a no, and so are the
 * end of the input and Ctrl-C.
 */
export async function askConfirm(
  question: string,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  signal: AbortSignal,
): Promise<boolean> {
  // Without line editing, so that Ctrl-C reaches the process as everywhere else.
  const lines = createInterface({ ...streams, terminal: false });
  try {
    const ended = new Promise<null>((resolve) => {
      lines.once('close', () => {
        resolve(null);
      });
    });
    const answer = lines.question(`${question} [y/N] `, { signal }).catch(() => null);
    const typed = await Promise.race([answer, ended]);
    // The line of the question is still open.
    if (typed === null) streams.output.write('\n');
    return /^\s*y(?:es)?\s*$/i.test(typed ?? '');
  } finally {
    lines.close();
  }
}
