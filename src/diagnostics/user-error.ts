import type { UserErrorCode } from './codes.ts';

/**
 * A usage or environment problem: a flag that isn't one, a folder that is no workspace, a disk
 * that is full. It ends the command with exit code 2 and is shown without a stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: UserErrorCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
