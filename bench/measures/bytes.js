import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { makeIssue } from '../issues.js';
import { runNode } from '../measuring.js';
import { galleyBin } from '../paths.js';
import { renderWithReactEmail } from '../react-email.js';
import { createWorkspace, slugOf } from '../workspace.js';

/**
 * How large the HTML of one issue is: 1,500 words, 12 items.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureBytes({ folder, engine, smoke, note }) {
  const { root } = await createWorkspace(join(folder, 'bytes'), 'yaml', 1);
  runNode([galleyBin, 'build'], root);
  const bytes = (await readFile(join(root, 'out', slugOf(1), 'email.html'))).length;
  const [letter] = await engine.openLetters(root);
  const { html } = await mjml2html(await letter.fill(), { fonts: {} });
  const row = (what, value) => ({
    what: 'email.html',
    value: bytes,
    unit: 'bytes',
    beside: { what, value },
    goal: null,
  });
  const rows = [
    { what: 'email.html', value: bytes, unit: 'bytes', beside: null, goal: 26 * 1024 },
    row('mjml, not minified', Buffer.byteLength(html)),
  ];
  if (smoke) return rows;
  const other = await renderWithReactEmail(makeIssue(1), join(folder, 'react-email'));
  if (other === null) note('react-email is not installed and could not be: not compared.');
  else rows.push(row('react-email', Buffer.byteLength(other)));
  return rows;
}
