import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../src/press/open-press.ts';
import { loadSettings } from '../../src/press/open-press.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallConfig, writeFiles } from './galley.ts';
import { makeTempFolder } from './make-temp-folder.ts';

/** A small workspace, opened. */
export interface Desk {
  readonly root: string;
  readonly settings: Settings;
  /** The text of a file of it. */
  readonly read: (path: string) => Promise<string>;
}

/** Opens a temporary workspace with these issues, by their paths in `issues/`. */
export async function openDesk(issues: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const root = await makeTempFolder();
  const paths = Object.entries(issues).map(([path, text]) => [`issues/${path}`, text]);
  await writeFiles(root, {
    'newsletter.config.yaml': smallConfig,
    'issues/_about.txt': '',
    ...(Object.fromEntries(paths) as Record<string, string>),
  });
  const { settings } = await loadSettings(workspaceAt(root));
  if (settings === null) throw new Error('The config has errors.');
  return { root, settings, read: (path) => readFile(join(root, path), 'utf8') };
}

/** A roundup in YAML with one item each in reading and news. */
export function roundup(number: number, date: string, more = ''): string {
  return `number: ${number}
date: ${date}
subject: Issue ${number}
preheader: A line about it.
status: sent
sections:
  - kind: intro
    greeting: Dear reader,
    body: Words.
  - kind: sponsor
    name: Someone
    url: https://sponsor.example/
    label: Thanks to
    body: Words.
  - kind: reading
    heading: On my desk
    items:
      - title: One of ${number}
        url: https://read.example/${number}
        by: Ada
        note: Good.
  - kind: news
    items:
      - mark: 🔥
        title: News of ${number}
        url: https://news.example/${number}
${more}  - kind: sign-off
    body: Until next time.
    ps: Only this once.
`;
}
