/**
 * A usage or environment problem: a flag that isn't one, a folder that is no workspace, a disk
 * that is full. It ends the command with exit code 2 and is shown without a stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Permanent, kebab-case, listed in `codes.ts`. */
  readonly code: string;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
