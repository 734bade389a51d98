import { spawn } from 'node:child_process';
import { UserError } from '../diagnostics/user-error.ts';
import type { Io } from './io.ts';

/**
 * The command that opens a file in the author's editor, from `VISUAL` or else `EDITOR`. Throws a
 * UserError when neither is set.
 */
export function editorCommand({ env }: Pick<Io, 'env'>): string {
  const command = [env['VISUAL'], env['EDITOR']].find((one) => (one ?? '').trim() !== '');
  if (command !== undefined) return command;
  const hint = 'Set EDITOR, such as EDITOR=nano or EDITOR="code --wait".';
  throw new UserError('missing-editor', 'Neither VISUAL nor EDITOR names an editor.', hint);
}

/** Opens a file with an editor's command, which may have arguments, and waits until it is closed. */
export function editFile(file: string, command: string, { env }: Pick<Io, 'env'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      const message = `The editor "${command}" ${why}. The issue was written: ${file}`;
      reject(new UserError('missing-editor', message, 'Check VISUAL and EDITOR.'));
    };
    // As git does it: the shell divides the command, and the file is no part of its text.
    const isWindows = 'SystemRoot' in env && 'ComSpec' in env;
    const child = isWindows
      ? spawn(`${command} "${file}"`, { stdio: 'inherit', env, shell: true })
      : spawn('/bin/sh', ['-c', `${command} "$@"`, command, file], { stdio: 'inherit', env });
    child.on('error', () => {
      fail('does not start');
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else if (code === 126 || code === 127) fail('is not there');
      else fail(`ended with ${code ?? 'a signal'}`);
    });
  });
}
