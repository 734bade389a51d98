import path from 'node:path';
import { templateKey, type Template, type TemplateSet } from '../../src/template/template-set.ts';

/** A theme from the texts of its files, as if it stood in `/theme`. */
export function themeOf(files: Readonly<Record<string, string>>): TemplateSet {
  const templates = Object.entries(files).map(([file, text]): [string, Template] => {
    const [, name = '', kind] = /^(.*)\.(mjml|txt)\.hbs$/.exec(file) ?? [];
    if (kind !== 'mjml' && kind !== 'txt') throw new Error(`${file} is no template`);
    return [templateKey(name, kind), { name, kind, file: path.join('/theme', file), text }];
  });
  return new Map(templates);
}

/** A theme whose letter is one body of MJML, and whose text is empty. */
export function letterOf(body: string, more: Readonly<Record<string, string>> = {}): TemplateSet {
  return themeOf({
    'layouts/issue.mjml.hbs': `<mjml><mj-body>${body}</mj-body></mjml>\n`,
    'layouts/issue.txt.hbs': '',
    ...more,
  });
}
