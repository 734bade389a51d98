import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { writeIfChanged } from '../files/write-if-changed.ts';
import { issueSchema } from '../issue/schema.ts';
import { toJsonSchema } from '../schema/json-schema.ts';
import { refuseLinkOut } from '../workspace/refuse-link-out.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayPath } from '../workspace/workspace.ts';
import { publicationSchema } from '../workspace/publication.ts';

/** What there is a JSON Schema of. */
export const schemaNames = ['issue', 'config'] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The JSON Schema (draft-07) of an issue or of the config, as a text. */
export function formatSchema(name: SchemaName): string {
  const [schema, title, description] =
    name === 'issue'
      ? ([issueSchema, 'A Galley issue', 'One edition of the newsletter.'] as const)
      : ([publicationSchema, 'A Galley config', 'The publication: newsletter.config.'] as const);
  const comment = 'Made by `galley schema --write`: changes are lost.';
  return `${JSON.stringify(toJsonSchema(schema, { title, description, comment }), null, 2)}\n`;
}

/** The file in a workspace that holds a schema, relative to its root. */
export function schemaPath(name: SchemaName): string {
  return `schema/${name}.schema.json`;
}

/**
 * Writes both schemas into the workspace and gives those that changed, as paths to show. Throws a
 * `UserError` `cannot-write`, also when a link leads out of the workspace.
 */
export async function writeSchemas(workspace: Workspace): Promise<readonly string[]> {
  const written: string[] = [];
  for (const name of schemaNames) {
    const file = join(workspace.root, schemaPath(name));
    for (const path of [dirname(file), file]) refuseLinkOut(workspace, path);
    if ((await writeIfChanged(file, formatSchema(name))) === 'written') {
      written.push(displayPath(workspace, file));
    }
  }
  return written;
}

/**
 * How a YAML issue names its schema, from its own folder. The schema is written first where it is
 * missing, so that the line leads somewhere.
 */
export async function schemaFor(workspace: Workspace, folder: string): Promise<string> {
  const file = join(workspace.root, schemaPath('issue'));
  if (!existsSync(file)) await writeSchemas(workspace);
  return relative(folder, file).split(sep).join('/');
}
