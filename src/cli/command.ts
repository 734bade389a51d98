import type { Command } from '@commander-js/extra-typings';
import type { Io } from './io.ts';

/** A command's file: adds its arguments, options and action to a bare command. */
export interface CommandModule {
  readonly define: (command: Command, context: CommandContext) => void;
}

export interface CommandContext {
  readonly io: Io;
  /** The folder that -C names, if any. */
  readonly workspaceDir: () => string | undefined;
  /** Ends the run with this code when the action has finished. */
  readonly exitWith: (code: number) => void;
}
