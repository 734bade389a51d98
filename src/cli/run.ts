import { Command, CommanderError } from '@commander-js/extra-typings';
import { UserError } from '../diagnostics/user-error.ts';
import { version } from '../version.ts';
import type { CommandContext } from './command.ts';
import { commandEntries } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { createPalette, reportUserError } from './report.ts';

/**
 * Runs one command line (without `node` and the script) and returns the exit code. Shows every
 * UserError; anything else that is thrown is a bug and goes on to the caller.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = createProgram(io);
  const context: CommandContext = {
    io,
    workspaceDir: () => program.opts().workspace,
    exitWith: (code) => {
      exitCode = code;
    },
  };
  for (const entry of commandEntries) {
    const command = configure(new Command(entry.name), io).summary(entry.summary);
    command.description(`${entry.summary[0]?.toUpperCase() ?? ''}${entry.summary.slice(1)}.`);
    if (args.includes(entry.name)) (await entry.load()).define(command, context);
    program.addCommand(command);
  }
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    if (!(error instanceof UserError)) throw error;
    reportUserError(error, io.stderr, createPalette(io.env, io.stderr));
    return exitCodes.usage;
  }
}

// --- internal ---

function createProgram(io: Io) {
  return configure(new Command('galley'), io)
    .description('Turns a newsletter issue, written as typed data, into the email that arrives.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option(
      '-C, --workspace <dir>',
      'the workspace; else the nearest folder from here up with issues/',
    )
    .addHelpText(
      'after',
      `
Examples:
  galley build              build every issue that changed
  galley build 2026-11      build one issue
  galley preview            show the newest issue in the browser, live
  galley send 2026-11       send yourself a test mail
  galley -C letter check    check the workspace in letter/

Exit codes: 0 done, 1 the content has errors, 2 wrong usage or environment, 3 a delivery failed,
130 after Ctrl-C.`,
    );
}

/** `exitOverride` is inherited only by commands made after it, so each gets it. */
function configure<Args extends unknown[]>(command: Command<Args>, io: Io): Command<Args> {
  return command
    .exitOverride()
    .showHelpAfterError('Run with --help to see what is possible.')
    .configureOutput({
      writeOut: (text) => {
        io.stdout.write(text);
      },
      writeErr: (text) => {
        io.stderr.write(text);
      },
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}
