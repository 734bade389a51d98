import { format } from 'prettier';
import { loadSchemas } from '../declarations/load-schemas.js';
import { loadModule } from '../load-module.js';
import { describeCommands } from './describe-commands.js';
import { describeConfig, describeIssue } from './describe-schemas.js';
import { describeView } from './describe-view.js';

/** The pages that are made, by their paths in the repository. */
export async function referencePages() {
  const schemas = await loadSchemas();
  const { describeRules } = await loadModule(
    "export { describeRules } from './scripts/docs/describe-rules.ts';",
  );
  const pages = {
    'docs/checks.md': describeRules(),
    'docs/reference/issue.md': describeIssue(schemas),
    'docs/reference/config.md': describeConfig(schemas),
    'docs/reference/view.md': describeView(),
    'docs/reference/cli.md': await describeCommands(),
  };
  const options = { parser: 'markdown', singleQuote: true, printWidth: 100 };
  return Promise.all(
    Object.entries(pages).map(async ([path, text]) => ({
      path,
      text: await format(text, options),
    })),
  );
}
