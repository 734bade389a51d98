import { stringify } from 'yaml';

/** How a value is set in a YAML file. */
export interface YamlStyle {
  /** What its lines begin with; the first line is left without. */
  readonly indent: string;
}

/** Writes keys and values as lines of YAML; prose of several lines as a literal block. */
export function formatYaml(value: object, { indent }: YamlStyle = { indent: '' }): string {
  const text = stringify(value, {
    lineWidth: Math.max(40, 100 - indent.length),
    minContentWidth: 0,
    blockQuote: 'literal',
    // A colon, a dash or a hash inside is then no riddle to who reads it.
    singleQuote: null,
  });
  return text.trimEnd().replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** Writes keys and values in brackets, on one line. */
export function formatYamlInline(value: object): string {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // Every text in double quotes of JSON is one of YAML.
  return `{ ${fields.map(([key, field]) => `${key}: ${JSON.stringify(field)}`).join(', ')} }`;
}
