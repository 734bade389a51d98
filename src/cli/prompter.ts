/** Asks a person on a terminal; an answer is null when the person broke off. */
export interface Prompter {
  text(question: TextQuestion): Promise<string | null>;
  choose<Value extends string>(question: Choice<Value>): Promise<Value | null>;
}

export interface TextQuestion {
  readonly message: string;
  /** What an empty answer means. */
  readonly usual: string;
  /** What is wrong with an answer; null for nothing. */
  readonly refuse: (answer: string) => string | null;
}

export interface Choice<Value extends string> {
  readonly message: string;
  /** The first is the usual one. */
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** A prompter with @clack/prompts, which is only loaded here: without a terminal it ends the process. */
export async function createPrompter(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  signal: AbortSignal,
): Promise<Prompter> {
  const clack = await import('@clack/prompts');
  const streams = { input, output, signal };
  return {
    async text({ message, usual, refuse }) {
      const answer = await clack.text({
        message,
        placeholder: usual,
        defaultValue: usual,
        validate: (value) =>
          refuse(value === undefined || value === '' ? usual : value) ?? undefined,
        ...streams,
      });
      return clack.isCancel(answer) ? null : answer;
    },
    async choose({ message, options }) {
      const chosen = await clack.select<string>({ message, options: [...options], ...streams });
      if (clack.isCancel(chosen)) return null;
      return options.find(({ value }) => value === chosen)?.value ?? null;
    },
  };
}
