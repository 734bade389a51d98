#!/usr/bin/env node
import { isatty } from 'node:tty';
import type { Prompter } from './cli/prompter.ts';
import { run } from './cli/run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
  // A second Ctrl-C ends the process at once.
  process.once('SIGINT', () => process.exit(130));
});

// A bug, or something that a `.ts` file began and nobody waits for. Left to Node, a page of bundled
// code would be printed with it.
process.on('uncaughtException', (error: unknown) => {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Galley stopped at something that it didn't expect.\n${shown}\n`);
  // Not 1, which says that the content has errors.
  process.exit(2);
});

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure; a full disk is.
    if (error.code !== 'EPIPE') process.exit(2);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: { write: (text) => process.stdout.write(text), isTTY: isatty(1) },
  stderr: { write: (text) => process.stderr.write(text), isTTY: isatty(2) },
  // Not `performance`, which is loaded when it is first used.
  clock: () => Number(process.hrtime.bigint()) / 1e6,
  signal: interrupt.signal,
  ...(isatty(0) && isatty(2) ? { confirm, prompter } : {}),
});

async function confirm(question: string): Promise<boolean> {
  const { askConfirm } = await import('./cli/ask-confirm.ts');
  const streams = { input: process.stdin, output: process.stderr };
  return askConfirm(question, streams, interrupt.signal);
}

async function prompter(): Promise<Prompter> {
  const { createPrompter } = await import('./cli/prompter.ts');
  return createPrompter(process.stdin, process.stderr, interrupt.signal);
}
