import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { placeOf, templateError, type Report } from './problem.ts';
import { templateKey, type Template, type TemplateKind, type TemplateSet } from './template-set.ts';

/**
 * Reads the templates of a theme from its layers, absolute folders of which a later one overrides
 * an earlier one file by file. A layer that doesn't exist is an empty one. Only files in
 * `layouts/`, `sections/` and `blocks/` whose path is lowercase words and that end in `.mjml.hbs`
 * or `.txt.hbs` are templates; a symbolic link that leads out of its layer is not followed. What was
 * surely meant to be a template and is none of these is reported.
 */
export async function readTemplates(
  layers: readonly string[],
  report: Report,
): Promise<TemplateSet> {
  const templates = new Map<string, Template>();
  for (const layer of layers) {
    for (const template of await readLayer(path.resolve(layer), report)) {
      templates.set(templateKey(template.name, template.kind), template);
    }
  }
  return templates;
}

// --- internal ---

const TEMPLATE_PATH = /^((?:layouts|sections|blocks)(?:\/[a-z0-9-]+)+)\.(mjml|txt)\.hbs$/;

async function readLayer(layer: string, report: Report): Promise<readonly Template[]> {
  const whenUnreadable = (error: unknown): null => refuseAccess(layer, error, report);
  const root = await realpath(layer).catch(whenUnreadable);
  if (root === null) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(
    whenUnreadable,
  );
  if (entries === null) return [];
  const templates = entries.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) return readTemplate(root, file, report);
    if (!entry.isSymbolicLink()) return null;
    if (await leadsInside(root, file)) return readTemplate(root, file, report);
    reportSkipped(file, 'This link leads out of its theme, so it is not followed.', report);
    return null;
  });
  const read = (await Promise.all(templates)).filter((template) => template !== null);
  return read.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Links to folders are never entered, so only a link to a file can lead out. */
async function leadsInside(root: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => null);
  return target !== null && target.startsWith(root + path.sep) && (await stat(target)).isFile();
}

function readTemplate(root: string, file: string, report: Report): Template | null {
  const relative = path.relative(root, file).split(path.sep).join('/');
  const [, name, kind] = TEMPLATE_PATH.exec(relative) ?? [];
  if (name === undefined || kind === undefined) {
    reportSkipped(file, `\`${relative}\` is not the name of a template.`, report);
    return null;
  }
  // Synchronous: for fifty small files, handing each to a thread takes longer than reading it.
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return refuseAccess(file, error, report);
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const template = { name, kind: kind as TemplateKind, file, text };
  if (!isUtf8(bytes)) {
    const start = text.indexOf('\uFFFD');
    const message = 'The file is not UTF-8: there is a byte here that no character has.';
    const span = { template, start, end: start + 1 };
    report(templateError('invalid-utf8', span, message, 'Save the file as UTF-8.'));
  }
  return template;
}

/** Says why a file takes no part, where its ending tells that it should. Editors' own begin with `.` or `#`. */
function reportSkipped(file: string, message: string, report: Report): void {
  if (!/^[^.#].*\.(?:hbs|handlebars|mjml)$/i.test(path.basename(file))) return;
  report({
    code: 'unused-template',
    severity: 'warning',
    message,
    hint: 'A template is a file in layouts/, sections/ or blocks/, named in small letters, digits and hyphens, that ends in .mjml.hbs or .txt.hbs.',
    place: placeOf({ template: emptyTemplate(file), start: 0, end: 0 }),
  });
}

/** What isn't there, or no longer, is no template; what is there and can't be read is told. */
function refuseAccess(file: string, error: unknown, report: Report): null {
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null;
  const span = { template: emptyTemplate(file), start: 0, end: 0 };
  const message = `It can't be read (${code}).`;
  report(templateError('unreadable-source', span, message, 'Check its permissions.'));
  return null;
}

function emptyTemplate(file: string): Template {
  return { name: '', kind: 'mjml', file, text: '' };
}
