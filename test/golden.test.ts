import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../src/diagnostics/format.ts';
import { goldenCases, goldenFiles, goldenFolder, printGolden } from './support/golden-cases.ts';
import type { WorkspaceFiles } from './support/print-issue.ts';

/*
 * Each folder of golden/ holds an issue and what it must become: email.html (open it in a browser),
 * email.txt, the headers of the message, and the report where there is something to report.
 * `npm run golden` writes what is expected anew; the diff is to be read.
 */

describe.each(goldenCases())('the golden letter %s', (name) => {
  const folder = goldenFolder(name);

  test('is what it was', async () => {
    const { letter, diagnostics } = await printGolden(name);
    const report = reportOf(diagnostics, goldenFiles(name));
    if (report === '') expect(readdirSync(folder)).not.toContain('report.txt');
    else await expect(report).toMatchFileSnapshot(join(folder, 'report.txt'));
    if (letter === null) {
      // An issue with errors becomes nothing.
      expect(readdirSync(folder).filter((file) => /^(?:email|headers)/.test(file))).toEqual([]);
      return;
    }
    await expect(foldTags(letter.html)).toMatchFileSnapshot(join(folder, 'email.html'));
    await expect(letter.text).toMatchFileSnapshot(join(folder, 'email.txt'));
    await expect(headersOf(letter.eml)).toMatchFileSnapshot(join(folder, 'headers.txt'));
    for (const { path, image } of letter.pictures) {
      expect((await readFile(join(folder, path))).equals(image.bytes), path).toBe(true);
    }
  });
});

test('folding tags adds nothing but line breaks inside tags', () => {
  const html = '<p>a<b>c</b></p><!--[if mso | IE]><table x="1"><tr><td><![endif]--><br><i>d</i>';
  expect(foldTags(html)).toMatchInlineSnapshot(`
    "<p>a<b>c</b
    ></p
    ><!--[if mso | IE]><table x="1"
    ><tr
    ><td
    ><![endif]--><br
    ><i>d</i>
    "
  `);
  expect(foldTags(html).replace(/\n(?=>|$)/g, '')).toBe(html);
});

// --- internal ---

function reportOf(diagnostics: readonly Diagnostic[], files: WorkspaceFiles): string {
  const reports = diagnostics.map((diagnostic) =>
    formatDiagnostic(diagnostic, files[diagnostic.file]?.toString() ?? null),
  );
  return reports.length === 0 ? '' : `${reports.join('\n\n')}\n`;
}

/**
 * The same HTML in many lines, so that a difference can be read: where one tag follows another, the
 * line ends inside the first, before its `>`, which no browser shows.
 */
function foldTags(html: string): string {
  return `${html.replace(/(<\/?[a-z][^<>]*)(?=><)/gi, '$1\n')}\n`;
}

function headersOf(eml: Uint8Array): string {
  const message = Buffer.from(eml).toString('latin1');
  return `${message.slice(0, message.indexOf('\r\n\r\n')).replaceAll('\r\n', '\n')}\n`;
}
