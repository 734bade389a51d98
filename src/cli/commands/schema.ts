import { Argument } from '@commander-js/extra-typings';
import { formatSchema, schemaNames, schemaPath, writeSchemas } from '../../desk/schema-files.ts';
import { findWorkspace } from '../../workspace/workspace.ts';
import type { CommandModule } from '../command.ts';

/** `galley schema`: the JSON Schema that helps editors with YAML and JSON. */
export const define: CommandModule['define'] = (command, { io, workspaceDir }) => {
  command
    .addArgument(new Argument('[name]', 'of what').choices(schemaNames).default('issue'))
    .option('--write', `write both into the workspace: ${schemaNames.map(schemaPath).join(', ')}`)
    .addHelpText(
      'after',
      `
JSON Schema draft-07, with a description of every field. An editor with the YAML language server takes
it from the first line of an issue, which galley new and galley init put there:

  # yaml-language-server: $schema=../${schemaPath('issue')}

Write it again after an update of Galley. TypeScript issues need none: their types say the same.

Examples:
  galley schema              the schema of an issue
  galley schema config       that of newsletter.config
  galley schema --write      both, into the workspace`,
    )
    .action(async (name, { write }) => {
      if (write !== true) {
        io.stdout.write(formatSchema(name));
        return;
      }
      const workspace = await findWorkspace(io.cwd, workspaceDir());
      const written = await writeSchemas(workspace);
      for (const path of written) io.stdout.write(`${path}\n`);
      if (written.length === 0) io.stderr.write('Both are up to date.\n');
    });
};
