import { Option } from '@commander-js/extra-typings';
import type { AddedLink } from '../../desk/add/add-link.ts';
import { addLink } from '../../desk/add/add-link.ts';
import { printable } from '../../diagnostics/printable.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { loadDesk } from '../load-desk.ts';
import { today } from '../today.ts';

/** `galley add URL`: keeps a link for the coming issue. */
export const define: CommandModule['define'] = (command, context) => {
  const { io, workspaceDir, exitWith } = context;
  command
    .argument('<url>', 'the address, with its scheme')
    .addOption(
      new Option('--section <section>', 'where it goes')
        .choices(['reading', 'news'])
        .default('reading'),
    )
    .option('--title <title>', 'its title; else read from the page')
    .option('--by <name>', 'its author; else read from the page')
    .option('--note <markdown>', 'your commentary')
    .option('--mark <emoji>', 'an emoji before the title, such as 🔥')
    .option('--issue <slug>', 'into this issue; else into the newest draft')
    .option('--no-fetch', 'leave the network alone')
    .option('--json', 'print what was added as JSON')
    .addHelpText('after', help)
    .action(async (url, { section, title, by, note, mark, issue, fetch, json }) => {
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const settings = await loadDesk(workspace, context);
      if (settings === null) return;
      // What is given needs no look at the page.
      const isKnown = title !== undefined && by !== undefined;
      const { readPage } = await import('../../desk/add/read-page.ts');
      const added = await addLink(settings, {
        ...{ url, title, by, note, mark, issue },
        section: section,
        readPage: fetch && !isKnown ? (page) => readPage(page, { signal: io.signal }) : null,
        today: today(),
      });
      if (added === null) {
        io.stderr.write('Nothing was written.\n');
        exitWith(exitCodes.interrupted);
        return;
      }
      tell(added, io, json === true);
    });
};

// --- internal ---

function tell(added: AddedLink, { stdout, stderr }: Io, json: boolean): void {
  const { status, slug, file, section, item, created, sharedBefore, notes } = added;
  const by = item.by === undefined ? '' : `, by ${item.by}`;
  if (json) stdout.write(`${JSON.stringify(added, null, 2)}\n`);
  else if (status === 'added')
    stdout.write(printable(`${file} ${section}: ${item.title}${by}`) + '\n');
  if (created) stderr.write(`There was no draft, so ${slug} was made.\n`);
  if (status === 'already-there') stderr.write(`It is in ${slug} already. Nothing was written.\n`);
  for (const note of notes) stderr.write(`${printable(note)}\n`);
  const before = sharedBefore.map(({ slug: past, date }) => `${past} (${date})`);
  if (before.length > 0) stderr.write(`Shared before, in ${before.join(', ')}.\n`);
}

const help = `
The link goes to the end of the section, or takes the place of its TODO. The coming issue is the
newest draft; when there is none, it is made as galley new makes it. Every other byte of the source
stays as it is, comments included. Parameters that only track readers (utm_… and the like) are left
out, and a link that was shared before is told. Only the page itself is fetched, never anything in
it, and never an address of your own network.

Examples:
  galley add https://www.w3.org/Provider/Style/URI
  galley add https://example.com/ --section news --mark 🔥 --note "Worth an evening."
  galley add https://example.com/ --no-fetch --title "An example" --by "IANA"`;
