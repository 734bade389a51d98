import type { Pace } from '../post/send-mail.ts';
import type { Prompter } from './prompter.ts';

/** Where a command writes; `isTTY` when a person is watching. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** Everything of the process that a command may use. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly stdout: Output;
  /** Progress and diagnostics. */
  readonly stderr: Output;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Asks a question that yes or no answers; absent where nobody can be asked. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** Asks for more than that, on the terminal; absent likewise. */
  readonly prompter?: () => Promise<Prompter>;
  /** How time passes while mail is sent; as it really does if left out. */
  readonly pace?: Pace;
}
