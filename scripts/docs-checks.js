// Writes docs/checks.md from the rules themselves: `npm run docs`.
import { writeFile } from 'node:fs/promises';
import { loadModule } from './load-module.js';

const { describeRules } = await loadModule('scripts/describe-rules.ts');
await writeFile(new URL('../docs/checks.md', import.meta.url), await describeRules());
