import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { galleyBin } from './galley.ts';

/** A running `galley preview`. */
export interface RunningPreview {
  /** As it was printed: the first line of stdout. */
  readonly printed: string;
  /** Such as `http://127.0.0.1:4255`. */
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  readonly stderr: () => string;
  /** Sends Ctrl-C, and gives the exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** Resolves when stderr has this. */
  readonly says: (words: string) => Promise<void>;
}

/** Starts the built command and waits for its address; it ends with the test. */
export async function runPreview(
  cwd: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningPreview> {
  const child = spawn(process.execPath, [galleyBin, 'preview', ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '', BROWSER: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  while (!stdout.includes('\n')) {
    const ended = await Promise.race([once(child.stdout, 'data'), closed.then(() => null)]);
    if (ended === null) throw new Error(`galley preview ended: ${stderr}`);
  }
  const [printed = ''] = stdout.split('\n');
  const { origin, port } = new URL(printed);
  return {
    printed,
    origin,
    port: Number(port),
    pid: child.pid ?? 0,
    stderr: () => stderr,
    interrupt: async () => {
      child.kill('SIGINT');
      const [code] = (await closed) as [number | null];
      return code;
    },
    says: async (words) => {
      while (!stderr.includes(words)) await once(child.stderr, 'data');
    },
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with exactly this path and these headers, which `fetch` would tidy up or refuse. */
export async function askRaw(
  port: number,
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(chunks).toString(),
  };
}
