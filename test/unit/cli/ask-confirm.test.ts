import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askConfirm } from '../../../src/cli/ask-confirm.ts';

async function ask(
  typed: string | null,
  signal = new AbortController().signal,
): Promise<{ readonly yes: boolean; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (chunk: string) => (shown += chunk));
  const answer = askConfirm('Send there?', { input, output }, signal);
  if (typed !== null) input.write(typed);
  if (!signal.aborted) input.end();
  return { yes: await answer, shown };
}

describe('a question', () => {
  it('is asked with its default, and answered by y or yes', async () => {
    expect(await ask('y\n')).toEqual({ yes: true, shown: 'Send there? [y/N] ' });
    expect((await ask(' YES \n')).yes).toBe(true);
  });

  it.each(['\n', 'n\n', 'no\n', 'yesterday\n', 'j\n'])('is answered no by %j', async (typed) => {
    expect((await ask(typed)).yes).toBe(false);
  });

  it('is answered no by the end of the input, and by Ctrl-C', async () => {
    expect((await ask(null)).yes).toBe(false);
    expect((await ask(null, AbortSignal.abort())).yes).toBe(false);
  });
});
