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
}
