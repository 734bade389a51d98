import { Option } from '@commander-js/extra-typings';
import { basename, relative, resolve } from 'node:path';
import { createWorkspace, refuseConfig } from '../../desk/init/create-workspace.ts';
import { askWorkspace, usualAnswers } from '../ask-workspace.ts';
import type { CommandModule } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { today } from '../today.ts';

/** `galley init DIR`: a new workspace that builds at once. */
export const define: CommandModule['define'] = (command, { io, workspaceDir, exitWith }) => {
  command
    .argument('<dir>', 'the folder, which may be there already; . for this one')
    .addOption(new Option('--format <format>', 'how issues are written').choices(['ts', 'yaml']))
    .option('--name <name>', 'what the newsletter is called')
    .option('--author <name>', 'who writes it')
    .option('--from <address>', 'the sender: an address, or "Name <address>"')
    .option('--language <tag>', 'the language it is written in, such as en or pt-BR')
    .option('--theme', 'with a copy of the built-in theme in templates/default/, to be changed')
    .option('--yes', 'ask nothing: take what is usual')
    .addHelpText('after', help)
    .action(async (dir, { format, name, author, from, language, theme, yes }) => {
      const root = resolve(io.cwd, workspaceDir() ?? '.', dir);
      refuseConfig(root);
      const folder = basename(root);
      const given = { name, author, from, language, format: format };
      const answers =
        yes === true || io.prompter === undefined
          ? usualAnswers(folder, given)
          : await askWorkspace(await io.prompter(), folder, given);
      if (answers === null || io.signal.aborted) {
        io.stderr.write('Nothing was written.\n');
        exitWith(exitCodes.interrupted);
        return;
      }
      const request = { ...answers, folder, theme: theme === true, today: today() };
      const files = await createWorkspace(root, request);
      const shown = files.filter((path) => !path.startsWith('templates/'));
      for (const path of shown) io.stdout.write(`${path}\n`);
      if (theme === true)
        io.stdout.write(`templates/default/ (${files.length - shown.length} files)\n`);
      const here = relative(io.cwd, root);
      const first =
        here === '' ? '' : `  cd ${/[^\w./-]/.test(here) ? JSON.stringify(here) : here}\n`;
      io.stderr.write(`\nNext:\n${first}  galley build\n  galley preview\n`);
      if (from === undefined && answers.from.endsWith('@example.com')) {
        io.stderr.write(
          `\nThe sender is ${answers.from}, which is nobody's: change it in the config.\n`,
        );
      }
    });
};

// --- internal ---

const help = `
Writes a config, a short first issue, package.json, .gitignore, .env.example and what editors need.
On a terminal it asks for what no option says; elsewhere, and with --yes, it takes what is usual. It
never overwrites: when one of its files is there already, nothing at all is written.

Examples:
  galley init my-letter                            asks, then makes my-letter/
  galley init my-letter --yes --format yaml        asks nothing
  galley init . --name "Margin Notes" --from "Margin Notes <letter@example.com>"
  galley init my-letter --theme                    with the templates, to change the look`;
