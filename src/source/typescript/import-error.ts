import { types } from 'node:util';

/** Thrown into a file that runs when it asks for what isn't there. */
export class ImportError extends Error {
  /** As it is written in the file. */
  readonly specifier: string;
  readonly hint: string;

  constructor(specifier: string, message: string, hint: string) {
    super(message);
    this.specifier = specifier;
    this.hint = hint;
  }
}

/** True for an `ImportError`, whatever a file may throw instead. */
export function isImportError(error: unknown): error is ImportError {
  return types.isNativeError(error) && error instanceof ImportError;
}
