import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportDiagnostics } from '../../src/cli/report.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diagnosticJson, noColour } from '../../src/diagnostics/format.ts';
import type { Press } from '../../src/press/press.ts';
import { loadSettings, openPress } from '../../src/press/open-press.ts';
import { prepareIssue } from '../../src/press/print-issue.ts';
import { listIssues } from '../../src/workspace/list-issues.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallConfig, writeFiles } from './galley.ts';

const folder = fileURLToPath(new URL('../golden/diagnostics', import.meta.url));

/** An issue with mistakes: a file, or a folder with what it imports. */
export interface BrokenSource {
  readonly slug: string;
  /** Its files by their paths in the workspace. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The file that holds what is to be reported, absolute. */
  readonly report: string;
}

/** The broken sources of a format, by name. */
export function brokenSources(format: 'yaml' | 'typescript'): readonly BrokenSource[] {
  const group = join(folder, format);
  const sources = readdirSync(group).filter((name) => !name.endsWith('.txt'));
  return sources.sort().map((name) => {
    const path = join(group, name);
    const isFolder = statSync(path).isDirectory();
    const slug = isFolder ? name : name.slice(0, name.lastIndexOf('.'));
    const inside = isFolder ? readdirSync(path).map((file) => `${name}/${file}`) : [name];
    const files = inside.map(
      (file) => [`issues/${file}`, readFileSync(join(group, file))] as const,
    );
    return { slug, files: Object.fromEntries(files), report: join(group, `${slug}.txt`) };
  });
}

/** Writes broken sources into a folder, as one workspace, and gives what reports on one of them. */
export async function openWorkspace(
  root: string,
  sources: readonly BrokenSource[],
): Promise<(slug: string) => Promise<string>> {
  await writeFiles(root, { 'newsletter.config.yaml': smallConfig });
  for (const { files } of sources) await writeFiles(root, files);
  const press = await pressOf(root);
  const { issues } = await listIssues(workspaceAt(root));
  return async (slug) => {
    const issue = issues.find((one) => one.slug === slug);
    if (issue === undefined) throw new Error(`${slug} is no issue.`);
    const { diagnostics } = await prepareIssue(press, issue);
    return report(root, diagnostics);
  };
}

// --- internal ---

/** A loop that never ends is stopped soon: what is found must not depend on when. */
const timeoutMs = 500;

async function pressOf(root: string): Promise<Press> {
  const { settings } = await loadSettings(workspaceAt(root));
  const opened = settings === null ? null : await openPress(settings);
  if (opened?.press == null) throw new Error('The workspace has errors of its own.');
  const { press } = opened;
  return { ...press, readOptions: { ...press.readOptions, timeoutMs } };
}

/** What `galley check` prints for a person, then the place and the field that its JSON tells. */
async function report(root: string, diagnostics: readonly Diagnostic[]): Promise<string> {
  let printed = '';
  const output = { write: (text: string) => (printed += text), isTTY: false };
  await reportDiagnostics(diagnostics, root, output, noColour);
  const places = diagnostics.map(diagnosticJson).map(({ line, column, path }) => {
    return `${JSON.stringify({ line, column, path })}\n`;
  });
  return printed + places.join('');
}
