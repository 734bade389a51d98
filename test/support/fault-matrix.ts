import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Finished } from './galley.ts';
import { runGalley } from './run-send.ts';

export const pass = 'correct-horse-battery';
export const auth = { user: 'ada', pass };

export interface Told extends Finished {
  /** Of stdout, without the answers. */
  readonly lines: readonly string[];
}

/** A server with a fault, and what it knows of the mails that it took. */
export interface FaultyServer {
  readonly port: number;
  readonly ca?: string | undefined;
  readonly received?: readonly unknown[];
  readonly messages?: readonly unknown[];
}

/** Sends a test mail to these, and notes the fault with all that came of it. */
export type SendToFault = (
  fault: string,
  server: FaultyServer,
  to: readonly string[],
  options?: { readonly env?: Readonly<Record<string, string>>; readonly slug?: string },
) => Promise<Told>;

/**
 * Sends from the workspace in `folder`, and prints in the end what came of each fault: how often the
 * mail was tried again, how many copies arrived, what the author was told. Of all that is told and
 * kept, nothing may be secret or move a terminal's cursor; and no fault may be a reason for a copy
 * too many or for one that got lost without a word.
 */
export function useFaultMatrix(folder: () => string): SendToFault {
  const matrix: string[][] = [['fault', 'exit', 'retries', 'copies', 'told']];
  afterAll(() => {
    const widths = [0, 1, 2, 3].map((at) => Math.max(...matrix.map((row) => row[at]?.length ?? 0)));
    const rows = matrix.map((row) =>
      row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '),
    );
    process.stdout.write(`\n${rows.join('\n')}\n`);
  });
  return async (fault, server, to, { env = {}, slug = 'one' } = {}) => {
    await writeFile(join(folder(), 'ca.pem'), server.ca ?? '');
    const told = await runGalley(folder(), ['send', slug, '--to', to.join()], {
      env: { ...settingsOf(server), ...env },
    });
    const log = await readFile(join(folder(), '.galley/sent.jsonl'), 'utf8').catch(() => '');
    expectHarmless(told.stdout, told.stderr, log);
    const lines = told.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ').slice(0, 2).join(' '));
    const copies = (server.received ?? server.messages ?? []).length;
    expectNoneLost(lines, copies);
    const retries = told.stderr.match(/ Trying again /g)?.length ?? 0;
    const said = [told.stdout, told.stderr].join(' ').replace(/\s+/g, ' ').trim();
    matrix.push([fault, String(told.code), String(retries), String(copies), said]);
    return { ...told, lines };
  };
}

// --- internal ---

function settingsOf({ port, ca }: FaultyServer): Record<string, string> {
  return {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(port),
    SMTP_USER: auth.user,
    SMTP_PASS: pass,
    ...(ca === undefined ? {} : { SMTP_CA: 'ca.pem' }),
  };
}

function expectHarmless(...texts: readonly string[]): void {
  for (const text of texts) {
    expect(text).not.toContain(pass);
    expect(text).not.toContain(Buffer.from(pass).toString('base64').slice(0, 20));
    expect(text).not.toMatch(/[\u001b\u0007\r]/);
  }
}

/** As many copies as were accepted, and at most as many again as nobody knows of. */
function expectNoneLost(lines: readonly string[], copies: number): void {
  const count = (status: string) => lines.filter((line) => line.startsWith(`${status} `)).length;
  expect(copies).toBeGreaterThanOrEqual(count('accepted'));
  expect(copies).toBeLessThanOrEqual(count('accepted') + count('unknown'));
}
