import type { Io, Output } from './io.ts';

/** A line that counts, on a terminal only; it is cleared before anything else is written. */
export interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

/** Progress for work on many things: nothing is shown for fewer than ten. */
export function createProgress(output: Output, env: Io['env'], things = 'issues'): Progress {
  let shown = false;
  const active = output.isTTY && env['TERM'] !== 'dumb';
  return {
    show(done, total) {
      if (!active || total < 10 || done >= total) return;
      output.write(`\r${String(done)}/${String(total)} ${things}`);
      shown = true;
    },
    clear() {
      if (!shown) return;
      output.write('\r\u001b[K');
      shown = false;
    },
  };
}
