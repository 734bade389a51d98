import { readFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { templateKey, type Template, type TemplateKind, type TemplateSet } from './template-set.ts';

/**
 * Reads the templates of a theme from its layers, absolute folders of which a later one overrides
 * an earlier one file by file. A layer that doesn't exist is an empty one. Only files in
 * `layouts/`, `sections/` and `blocks/` whose path is lowercase words and that end in `.mjml.hbs`
 * or `.txt.hbs` are templates; a symbolic link that leads out of its layer is not followed.
 */
export async function readTemplates(layers: readonly string[]): Promise<TemplateSet> {
  const templates = new Map<string, Template>();
  for (const layer of layers) {
    for (const template of await readLayer(path.resolve(layer))) {
      templates.set(templateKey(template.name, template.kind), template);
    }
  }
  return templates;
}

// --- internal ---

const TEMPLATE_PATH = /^((?:layouts|sections|blocks)(?:\/[a-z0-9-]+)+)\.(mjml|txt)\.hbs$/;

async function readLayer(layer: string): Promise<readonly Template[]> {
  const root = await realpath(layer).catch(whenAbsent);
  if (root === null) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(whenAbsent);
  if (entries === null) return [];
  const templates = entries.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) return readTemplate(root, file);
    return entry.isSymbolicLink() && (await leadsInside(root, file))
      ? readTemplate(root, file)
      : null;
  });
  const read = (await Promise.all(templates)).filter((template) => template !== null);
  return read.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Links to folders are never entered, so only a link to a file can lead out. */
async function leadsInside(root: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(whenAbsent);
  return target !== null && target.startsWith(root + path.sep) && (await stat(target)).isFile();
}

function readTemplate(root: string, file: string): Template | null {
  const relative = path.relative(root, file).split(path.sep).join('/');
  const [, name, kind] = TEMPLATE_PATH.exec(relative) ?? [];
  if (name === undefined || kind === undefined) return null;
  // Synchronous: for fifty small files, handing each to a thread takes longer than reading it.
  const text = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  return { name, kind: kind as TemplateKind, file, text };
}

function whenAbsent(error: unknown): null {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null;
  throw error;
}
