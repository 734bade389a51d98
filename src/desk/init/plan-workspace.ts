import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { builtinTheme } from '../../press/builtin-theme.ts';
import { validate } from '../../schema/validate.ts';
import { version } from '../../version.ts';
import type { PublicationInput } from '../../workspace/publication.ts';
import { publicationSchema } from '../../workspace/publication.ts';
import { formatSchema, schemaNames, schemaPath } from '../schema-files.ts';
import { formatIssue, formatModule, schemaLine } from '../write/format-issue.ts';
import { firstIssue } from './first-issue.ts';

/** What a new workspace is to be. */
export interface WorkspaceRequest {
  /** The name of its folder. */
  readonly folder: string;
  readonly format: 'ts' | 'yaml';
  readonly name: string;
  readonly author: string;
  /** The sender: an address, or a name and an address in angle brackets. */
  readonly from: string;
  readonly language: string;
  /** True to copy the built-in theme, to be changed. */
  readonly theme: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/**
 * The files of a new workspace, by their paths. Throws a UserError for a name, an address or a
 * language that the config can't have.
 */
export async function planWorkspace(
  request: WorkspaceRequest,
): Promise<ReadonlyMap<string, string>> {
  const { folder, format, name, theme, today } = request;
  const config = makeConfig(request);
  const slug = today.slice(0, 7);
  const issue = firstIssue(name.trim(), today);
  const schema = format === 'yaml' ? `../${schemaPath('issue')}` : null;
  return new Map([
    [`newsletter.config.${format}`, await formatConfig(config, format)],
    [`issues/${slug}.${format}`, await formatIssue(issue, format, schema)],
    ['package.json', formatPackage(folder)],
    ['.gitignore', ['.env', '.galley/', 'node_modules/', 'out/', ''].join('\n')],
    ['.env.example', envExample],
    ...(format === 'yaml' ? yamlFiles() : [['tsconfig.json', tsconfig] as const]),
    ...(theme ? themeFiles() : []),
  ]);
}

/** What is wrong with a value of the request, as a sentence; null when it can be used. */
export function refuseSetting(key: 'name' | 'author' | 'from' | 'language', value: string) {
  const problems = problemsOf(toConfig({ ...sound, [key]: value }));
  return problems[0] ?? null;
}

// --- internal ---

type Settings = Pick<WorkspaceRequest, 'name' | 'author' | 'from' | 'language'>;

const sound: Settings = { name: 'A', author: 'A', from: 'a@example.com', language: 'en' };

function makeConfig(request: Settings): PublicationInput {
  const config = toConfig(request);
  const [problem] = problemsOf(config);
  if (problem === undefined) return config;
  throw new UserError('invalid-argument', `${problem} Nothing was written.`);
}

function toConfig({ name, author, from, language }: Settings): PublicationInput {
  const [, sender = name, address = from] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(from) ?? [];
  return {
    name: name.trim(),
    language: language.trim(),
    author: { name: author.trim() },
    from: { name: sender === '' ? name.trim() : sender.trim(), address: address.trim() },
  };
}

function problemsOf(config: PublicationInput): readonly string[] {
  const checked = validate(publicationSchema, config);
  if (checked.ok) return [];
  return checked.problems.map(({ message, hint }) =>
    hint === undefined ? message : `${message} ${hint}`,
  );
}

async function formatConfig(config: PublicationInput, format: 'ts' | 'yaml'): Promise<string> {
  if (format === 'ts') return `// ${more}\n${formatModule('defineConfig', config)}`;
  const { formatYaml } = await import('../write/format-yaml.ts');
  return `${schemaLine(schemaPath('config'))}# ${more}\n${formatYaml(config)}\n`;
}

const more = 'The newsletter itself. There is more to say here: your editor completes what.';

function yamlFiles(): readonly (readonly [string, string])[] {
  const settings = {
    'yaml.schemas': {
      [schemaPath('issue')]: [
        ...['issues/*.yaml', 'issues/*.yml'],
        ...['issues/*/issue.yaml', 'issues/*/issue.yml'],
      ],
      [schemaPath('config')]: ['newsletter.config.yaml', 'newsletter.config.yml'],
    },
  };
  return [
    ...schemaNames.map((name) => [schemaPath(name), formatSchema(name)] as const),
    ['.vscode/settings.json', toJson(settings)],
    ['.vscode/extensions.json', toJson({ recommendations: ['redhat.vscode-yaml'] })],
  ];
}

const tsconfig = toJson({
  compilerOptions: {
    target: 'ES2023',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    // What issues share is imported as `./_links.ts`.
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  include: ['newsletter.config.ts', 'issues'],
});

function formatPackage(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return toJson({
    // A package must not have the name of one it depends on.
    name: name === '' || name === 'galley' ? 'newsletter' : name,
    private: true,
    type: 'module',
    scripts: { build: 'galley build', check: 'galley check', preview: 'galley preview' },
    devDependencies: { galley: `^${version}` },
  });
}

const envExample = `# Copy this to .env, which git leaves out, and fill it in to send test mails with galley send.
# Without a mail server they land in out/outbox/.
#SMTP_HOST=smtp.example.com
#SMTP_USER=letter@example.com
#SMTP_PASS='the password'
`;

function themeFiles(): readonly (readonly [string, string])[] {
  const theme = builtinTheme();
  return readdirSync(theme, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const path = file.slice(theme.length + 1).replaceAll('\\', '/');
      return [`templates/default/${path}`, readFileSync(file, 'utf8')] as const;
    });
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
