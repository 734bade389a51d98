import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command, as a user runs it. */
export const galleyBin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `galley` in a folder and waits for its end. */
export function galley(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [galleyBin, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** Writes files into a folder, by their paths in it. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** The least a config needs. */
export const smallConfig = `name: Test Letter
language: en
author: { name: A. Uthor }
from: { name: Test Letter, address: letter@example.com }
`;

/** A small valid issue in YAML; `body` is the intro's, one line of Markdown. */
export function smallIssue(number = 1, body = 'Some words.'): string {
  return `number: ${number}
date: 2026-11-02
subject: Issue ${number}
preheader: What this issue is about, told in one short line.
sections:
  - kind: intro
    greeting: Hello,
    body: ${JSON.stringify(body)}
  - kind: sign-off
    body: Bye.
`;
}
