import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the theme that comes with Galley, wherever this module was bundled to. */
export function builtinTheme(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const theme = join(dir, 'templates', 'default');
    if (existsSync(join(theme, 'tokens.json'))) return theme;
    if (dirname(dir) === dir) throw new Error('The built-in theme is missing from this install.');
  }
}
