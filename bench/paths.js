import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The folder of this repository. */
export const repository = dirname(dirname(fileURLToPath(import.meta.url)));

/** The two command lines that are held against each other, as scripts for `node`. */
export const galleyBin = join(repository, 'dist', 'bin.js');
export const mjmlBin = join(dirname(require.resolve('mjml/package.json')), 'bin', 'mjml');
