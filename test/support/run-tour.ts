import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finished } from './galley.ts';

/** A step of a page that shows what to type: commands with their output, or an edit of a file. */
export type Step =
  | {
      readonly kind: 'console';
      readonly exitCode: number;
      readonly commands: readonly { readonly line: string; readonly output: readonly string[] }[];
    }
  | { readonly kind: 'diff'; readonly file: string; readonly from: string; readonly to: string };

/** The fences of a page that say `console`, with `exit N` when the last command fails, or `diff FILE`. */
export function readSteps(page: string): readonly Step[] {
  const fences = page.matchAll(/^```(console|diff)(?: (.+))?\n([^]*?)^```$/gm);
  return [...fences].map(([, kind, info = '', text = '']): Step => {
    if (kind === 'diff') {
      const side = (mark: string) =>
        text.split('\n').flatMap((row) => (row.startsWith(mark) ? [row.slice(1)] : []));
      return { kind, file: info, from: side('-').join('\n'), to: side('+').join('\n') };
    }
    const commands = text
      .split(/^\$ /m)
      .slice(1)
      .map((piece) => {
        const [line = '', ...output] = piece.trimEnd().split('\n');
        return { line, output };
      });
    return { kind: 'console', exitCode: Number(/^exit (\d+)$/.exec(info)?.[1] ?? 0), commands };
  });
}

/** What the shown output stands for: `…` is anything, a number any number, spaces any spaces. */
export function patternOf(output: readonly string[]): RegExp {
  const rows = output.map((row) => {
    if (row === '…') return '(?:.*\\n)*?';
    const pieces = row.split(/(…|\s+|\d(?:[\d.,]*\d)?)/).map((piece) => {
      if (piece === '…') return '.*';
      if (/^\s+$/.test(piece)) return '\\s+';
      if (/^\d/.test(piece)) return '\\d(?:[\\d.,]*\\d)?';
      return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    });
    return `${pieces.join('')}\\s*\\n`;
  });
  return new RegExp(`^\\s*${rows.join('')}\\s*$`);
}

/** Replaces a piece of a file, which must be there once. */
export async function applyEdit(
  folder: string,
  { file, from, to }: Extract<Step, { kind: 'diff' }>,
): Promise<void> {
  const path = join(folder, file);
  const pieces = (await readFile(path, 'utf8')).split(from);
  if (pieces.length !== 2) throw new Error(`${file} has ${pieces.length - 1} times:\n${from}`);
  await writeFile(path, pieces.join(to));
}

/** Runs a line in a shell, with what it writes on both streams as its output. */
export function runLine(folder: string, line: string): Promise<Omit<Finished, 'stderr'>> {
  return new Promise((resolve, reject) => {
    // npm's own warnings about the machine's settings are no part of the tour.
    const env = { ...cleanEnvironment(), NO_COLOR: '1', npm_config_update_notifier: 'false' };
    const child = spawn('sh', ['-c', `${line} 2>&1`], { cwd: folder, env });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: stdout.replace(/^npm warn Unknown .*\n/gm, '') });
    });
  });
}

// --- internal ---

/** The environment of a shell, not of the `npm test` that runs this. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => {
    return !/^npm_(?:config_(?:local_prefix|global_prefix|noproxy)|lifecycle|package|command|execpath|node_execpath)/.test(
      name,
    );
  });
  return Object.fromEntries(kept);
}
