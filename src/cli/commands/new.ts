import { Option } from '@commander-js/extra-typings';
import { join } from 'node:path';
import type { Draft } from '../../desk/draft/create-draft.ts';
import { createDraft } from '../../desk/draft/create-draft.ts';
import type { DraftRequest } from '../../desk/draft/plan-draft.ts';
import { readPast } from '../../desk/read-past.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { editFile, editorCommand } from '../edit-file.ts';
import type { Io } from '../io.ts';
import { loadDesk } from '../load-desk.ts';
import { today } from '../today.ts';

/** `galley new [SLUG]`: the next issue as a draft. */
export const define: CommandModule['define'] = (command, context) => {
  const { io, workspaceDir } = context;
  command
    .argument('[slug]', 'the name of its file; the month if left out, such as 2026-12')
    .addOption(
      new Option('--kind <kind>', 'what kind of letter')
        .choices(['roundup', 'recap', 'note'])
        .default('roundup'),
    )
    .addOption(
      new Option('--format <format>', 'as the last issue has it if left out').choices([
        'ts',
        'yaml',
      ]),
    )
    .option('--year <year>', 'the year a recap looks back on; that of the last issue if left out')
    .option('--date <date>', 'YYYY-MM-DD; in the rhythm of the last issues if left out')
    .option('--edit', 'open it in $VISUAL or $EDITOR')
    .option('--json', 'print what was made as JSON')
    .addHelpText('after', help)
    .action(async (slug, { kind, format, year, date, edit, json }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const editor = edit === true ? editorCommand(io) : null;
      const settings = await loadDesk(workspace, context);
      if (settings === null) return;
      const request = { kind, slug, format, year, date, today: today() } as DraftRequest;
      const draft = await createDraft(settings, await readPast(settings), request);
      tell(draft, io, json === true);
      if (editor !== null) await editFile(join(workspace.root, draft.path), editor, io);
    });
};

// --- internal ---

function tell(draft: Draft, { stdout, stderr }: Io, json: boolean): void {
  const { slug, path, number, date, gathered, leftOut } = draft;
  if (json) stdout.write(`${JSON.stringify({ slug, file: path, number, date }, null, 2)}\n`);
  else stdout.write(`${path}\n`);
  stderr.write(`Issue ${number}, ${date}. Look for TODO: it marks what is still to be written.\n`);
  if (gathered.length > 0) stderr.write(`Gathered from ${gathered.join(', ')}.\n`);
  if (leftOut.length > 0) {
    stderr.write(`Left out, because they have errors: ${leftOut.join(', ')}. See galley check.\n`);
  }
}

const help = `
The number is one more than the highest. The date follows the last two issues: the same distance when
they are less than four weeks apart; else the next month, on the same weekday (the first Monday) when
they share one, else on the same day. From the last roundup come the greeting, the order and headings
of the sections, and the closing; the sponsor is left to fill in, and so is all else, marked TODO.

  roundup   what you were working on, reading, and the news
  recap     a look back: the links of a year, marked ones first, then by month, duplicates merged
  note      a short letter: an opening, one text, a closing

Examples:
  galley new                            the next issue
  galley new 2026-12-extra --kind note  a short one between
  galley new --kind recap --year 2026   the year, ready to be edited
  galley new --format yaml --edit       in YAML, opened in your editor`;
