import { suggest } from '../diagnostics/suggest.ts';
import { placeOf, type Report } from './problem.ts';
import { templateKey, type Template, type TemplateSet } from './template-set.ts';

/** Warns of templates that no other includes: often a misspelt name that overrides nothing. */
export function checkUnused(set: TemplateSet, included: ReadonlySet<string>, report: Report): void {
  for (const [key, template] of set) {
    if (included.has(key)) continue;
    const meant = findMeant(template, included);
    report({
      code: 'unused-template',
      severity: 'warning',
      message: `No template includes \`${key}\`.`,
      hint:
        meant === null
          ? `Include it with \`{{> ${template.name}}}\`, or remove it.`
          : `Did you mean to call it \`${meant}\`?`,
      place: placeOf({ template, start: 0, end: 0 }),
    });
  }
}

// --- internal ---

/** The included template of the same kind and folder whose name is nearly the same. */
function findMeant({ name, kind }: Template, included: ReadonlySet<string>): string | null {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const neighbours = [...included]
    .filter((key) => key.startsWith(folder) && key.endsWith(templateKey('', kind)))
    .map((key) => key.slice(folder.length, -templateKey('', kind).length));
  const nearest = suggest(name.slice(folder.length), neighbours);
  return nearest === null ? null : templateKey(folder + nearest, kind);
}
