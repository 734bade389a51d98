import { join, sep } from 'node:path';
import type { Press } from '../../press/press.ts';
import { readSource } from '../../source/read-source.ts';
import { placeOf } from '../../template/problem.ts';
import type { Template } from '../../template/template-set.ts';
import type { Finding } from '../finding.ts';

/** Where a finding about the theme is placed. */
export type ThemePlace = Pick<Finding, 'of' | 'path' | 'place' | 'at'>;

/** What the author has changed of the theme, and where. */
export interface OwnTheme {
  /**
   * Every place in the workspace's own templates where a pattern, which must be global, is found; of
   * several in one template the first.
   */
  readonly find: (pattern: RegExp) => readonly ThemePlace[];
  /** Where a token gets its value, in the config or in a `tokens.json`; null where nobody changes it. */
  readonly token: (name: string) => Promise<ThemePlace | null>;
  /** The theme as a whole: the config's `theme`, or what stands in for it. */
  readonly whole: ThemePlace;
}

/** Finds the places of a press's theme. */
export function ownTheme(press: Press): OwnTheme {
  const { workspace, theme, publication } = press;
  const own = [...theme.templates.values()].filter(({ file }) =>
    file.startsWith(workspace.templatesDir + sep),
  );
  return {
    find: (pattern) => own.flatMap((template) => findIn(template, pattern)),
    token: async (name) => {
      const changes: Readonly<Record<string, unknown>> = publication.theme ?? {};
      if (Object.hasOwn(changes, name)) return { of: 'config', path: ['theme', name] };
      const layers = [...new Set([publication.theme?.name ?? 'default', 'default'])];
      for (const layer of layers) {
        const place = await placeIn(
          join(workspace.templatesDir, layer, 'tokens.json'),
          name,
          press,
        );
        if (place !== null) return place;
      }
      return null;
    },
    whole: { of: 'config', path: publication.theme === undefined ? [] : ['theme'], at: 'key' },
  };
}

// --- internal ---

function findIn(template: Template, pattern: RegExp): ThemePlace[] {
  // What stands in a comment is not printed; blanks keep the offsets.
  const text = template.text.replace(
    /\{\{~?!(?:--[^]*?--|[^}]*)~?\}\}|<!--(?!\[|>)[^]*?-->/g,
    blank,
  );
  const [found] = text.matchAll(pattern);
  if (found === undefined) return [];
  const { index } = found;
  return [{ path: [], place: placeOf({ template, start: index, end: index + found[0].length }) }];
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

async function placeIn(file: string, name: string, press: Press): Promise<ThemePlace | null> {
  const read = await readSource(file, press.readOptions);
  if (!read.ok || typeof read.source.value !== 'object' || read.source.value === null) return null;
  if (!Object.hasOwn(read.source.value, name)) return null;
  return { path: [], place: await read.source.locate({ path: [name] }) };
}
