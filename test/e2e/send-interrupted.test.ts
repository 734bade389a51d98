import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { galleyBin } from '../support/galley.ts';
import { ownIssue } from '../support/own-issue.ts';
import { makeRawServer } from '../support/raw-smtp-server.ts';
import { useSendWorkspace } from '../support/send-workspace.ts';

const { root, configure, log } = useSendWorkspace(ownIssue);

describe('Ctrl-C', () => {
  it('finishes the mail at hand, begins no other, and says what was and was not sent', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const server = await makeRawServer({
      end: async (peer) => {
        arrive();
        await released;
        peer.send('250 2.0.0 queued at last\r\n');
      },
    });
    onTestFinished(() => server.close());
    await configure(server);
    const child = spawn(process.execPath, [galleyBin, 'send', 'one'], {
      cwd: root(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      if (stderr.includes('Stopping')) release();
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await arrived;
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stdout).toBe('accepted a@example.com 250 2.0.0 queued at last\n');
    expect(stderr).toContain('Stopping after the mail at hand');
    expect(stderr).toContain('Sent to a@example.com.\nNot sent to b@example.com, c@example.com.\n');
    expect(server.messages).toHaveLength(1);
    expect(log().map(({ to, status }) => [to, status])).toEqual([['a@example.com', 'accepted']]);
  });
});
