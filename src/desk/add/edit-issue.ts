import { readFileSync, realpathSync } from 'node:fs';
import { UserError } from '../../diagnostics/user-error.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Item } from '../../issue/schema.ts';
import type { Settings } from '../../press/open-press.ts';
import { applyEdits } from '../../source/edit/written-list.ts';
import { readSourceText } from '../../source/read-source.ts';
import { readText } from '../../source/read-text.ts';
import { displayPath } from '../../workspace/workspace.ts';
import type { LinkSection } from './plan-edit.ts';
import { planEdit } from './plan-edit.ts';

/**
 * Puts an item into the source of an issue and leaves every other byte of it alone. The new text is
 * read before it is written: only when the source then says what it said before, and the item, is the
 * file replaced. Throws a UserError where that can't be done, with what to paste instead.
 */
export async function editIssue(
  { workspace, readOptions }: Settings,
  file: string,
  kind: LinkSection,
  item: Item,
): Promise<void> {
  const path = displayPath(workspace, file);
  const text = textOf(file);
  const read = text === null ? null : await readSourceText(file, text, readOptions);
  if (text === null || read?.ok !== true) {
    const hint = 'Correct it first: galley check shows what is wrong.';
    throw new UserError('uneditable-issue', `${path} can't be read. Nothing was written.`, hint);
  }
  const plan = await planEdit(read.source, text, kind, item);
  const edited = plan === null ? null : applyEdits(text, plan.edits);
  if (plan === null || edited === null || !(await says(edited, plan.expected))) {
    const message = `The items of ${kind} in ${path} are not written out there as a list that can be edited. Nothing was written.`;
    const hint = `Put the link in by hand:\n  ${JSON.stringify(item)}`;
    throw new UserError('uneditable-issue', message, hint);
  }
  if (textOf(file) !== text) {
    const message = `${path} was saved by someone else just now. Nothing was written.`;
    throw new UserError('uneditable-issue', message, 'Run the command again.');
  }
  await writeAtomically(realpathSync(file), markOf(file) + edited);

  async function says(candidate: string, expected: unknown): Promise<boolean> {
    const again = await readSourceText(file, candidate, readOptions);
    return again.ok && JSON.stringify(again.source.value) === JSON.stringify(expected);
  }
}

// --- internal ---

function textOf(file: string): string | null {
  const read = readText(file);
  return read.ok ? read.text : null;
}

/** The byte order mark, which `readText` leaves out. */
function markOf(file: string): string {
  return readFileSync(file).subarray(0, 3).equals(Buffer.from('\uFEFF')) ? '\uFEFF' : '';
}
