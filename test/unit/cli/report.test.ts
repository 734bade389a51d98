import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportDiagnostics } from '../../../src/cli/report.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { noColour } from '../../../src/diagnostics/format.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const problem: Diagnostic = {
  code: 'unreadable-source',
  severity: 'error',
  message: 'This is no file.',
  file: 'a.yaml',
  line: 1,
  column: 1,
  endColumn: 2,
  path: '',
};

async function report(root: string): Promise<string> {
  let written = '';
  const output = { write: (text: string) => (written += text), isTTY: false };
  await reportDiagnostics([problem], root, output, noColour);
  return written;
}

it('draws the frame from the file', async () => {
  const root = await makeTempFolder();
  await writeFile(join(root, 'a.yaml'), 'number: 1\n');
  expect(await report(root)).toContain('> 1 | number: 1');
});

it('draws no frame from what it would have to wait for, or what is too large', async () => {
  const root = await makeTempFolder();
  execFileSync('mkfifo', [join(root, 'a.yaml')]);
  const plain = 'a.yaml:1:1  error  unreadable-source\n  This is no file.\n\n';
  expect(await report(root)).toBe(plain);
  const other = await makeTempFolder();
  await writeFile(join(other, 'a.yaml'), Buffer.alloc(5_000_001, 'x'));
  expect(await report(other)).toBe(plain);
});
