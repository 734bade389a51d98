import type { IssueInput } from '../../issue/schema.ts';
import { formatTypeScript } from './format-typescript.ts';

/** The formats an issue can be written in. */
export type SourceFormat = 'ts' | 'yaml' | 'json';

/**
 * Writes a whole issue as the text of its source. `schema` is the path to its JSON Schema, for YAML;
 * `remark` a comment above everything, in a format that has any.
 */
export async function formatIssue(
  issue: IssueInput,
  format: SourceFormat,
  schema: string | null,
  remark: string | null = null,
): Promise<string> {
  switch (format) {
    case 'ts':
      return `${remark === null ? '' : `// ${remark}\n`}${formatModule('defineIssue', issue)}`;
    case 'json':
      return `${JSON.stringify(issue, null, 2)}\n`;
    case 'yaml':
      return formatYamlIssue(issue, schema, remark);
  }
}

/** A module whose default export is made by a function of Galley. */
export function formatModule(define: 'defineIssue' | 'defineConfig', value: object): string {
  const style = { indent: '', unit: '  ', quote: "'", setOff: true } as const;
  const { text, builders } = formatTypeScript(value, style);
  const names = [...builders, define].sort();
  const short = `import { ${names.join(', ')} } from 'galley';`;
  const long = `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'galley';`;
  return `${short.length > 100 ? long : short}\n\nexport default ${define}(${text});\n`;
}

/** What ties a YAML file to its JSON Schema in editors with the YAML language server. */
export function schemaLine(schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n`;
}

// --- internal ---

async function formatYamlIssue(
  issue: IssueInput,
  schema: string | null,
  remark: string | null,
): Promise<string> {
  const { formatYaml } = await import('./format-yaml.ts');
  const { sections, ...head } = withLastBreaks(issue) as IssueInput;
  const lines = sections.map((section) => `  - ${formatYaml(section, { indent: '    ' })}`);
  const first = schema === null ? '' : schemaLine(schema);
  const second = remark === null ? '' : `# ${remark}\n`;
  return `${first}${second}${formatYaml(head)}\n\nsections:\n${lines.join('\n\n')}\n`;
}

/** Texts of several lines begin with a line and end in a break: `|` then needs no further sign. */
function withLastBreaks(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (!value.includes('\n') || key === 'code') return value;
    return `${value.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
  }
  if (Array.isArray(value)) return value.map((member) => withLastBreaks(member));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([name, field]) => [name, withLastBreaks(field, name)]));
}
