import { run } from '../../src/cli/run.ts';
import type { Pace } from '../../src/post/send-mail.ts';
import type { Finished } from './galley.ts';

/** Pauses between tries pass at once; a server that is silent is given up soon. */
export function makeHaste(): Pace {
  let now = 0;
  return {
    timers: {
      now: () => now,
      wait: (ms) => {
        now += ms;
        return Promise.resolve();
      },
      random: () => 0.5,
    },
    timeouts: { connect: 5000, greeting: 400, command: 5000, block: 5000, finalDot: 5000 },
  };
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** On a terminal; the answer to every question. */
  readonly answer?: boolean;
  readonly pace?: Pace;
  readonly onStdout?: (text: string) => void;
}

/** Runs a command line in this process, with time in haste. */
export async function runGalley(
  cwd: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished & { readonly questions: readonly string[] }> {
  const { env = {}, signal = new AbortController().signal, answer, onStdout } = options;
  let stdout = '';
  let stderr = '';
  const questions: string[] = [];
  const isTTY = answer !== undefined;
  const code = await run(args, {
    cwd,
    env,
    stdout: {
      write: (text) => {
        stdout += text;
        onStdout?.(text);
      },
      isTTY: false,
    },
    stderr: { write: (text) => (stderr += text), isTTY },
    clock: () => 0,
    signal,
    pace: options.pace ?? makeHaste(),
    ...(answer === undefined
      ? {}
      : {
          confirm: (question: string) => {
            questions.push(question);
            return Promise.resolve(answer);
          },
        }),
  });
  return { code, stdout, stderr, questions };
}
