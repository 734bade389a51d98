import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { parse } from 'yaml';
import type { CheckedWorkspace } from '../../src/check/check-workspace.ts';
import { checkWorkspace } from '../../src/check/check-workspace.ts';
import type { LinkAnswer } from '../../src/check/link-answer.ts';
import type { Example, Rule } from '../../src/check/rule.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileTheme } from '../../src/press/compile-theme.ts';
import { loadSettings } from '../../src/press/open-press.ts';
import { sha256 } from '../../src/files/hash.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { writeFiles } from './galley.ts';
import { makeHeavyPng } from './make-image.ts';

/** The day of the checks in tests: the issue of an example is dated on the second. */
export const exampleDay = '2026-11-01';

/** Runs one rule over an example; returns what it found, and only that. */
export async function runExample(rule: Rule, example: Example): Promise<readonly Diagnostic[]> {
  const { name } = rule;
  const found = await checkFiles(
    { ...exampleFiles(example), ...examplePictures(example) },
    [rule],
    example.answers ?? {},
  );
  const foreign = found.filter(({ code }) => code !== name);
  if (foreign.length > 0) throw new Error(foreign.map(({ message }) => message).join('\n'));
  return found;
}

/** Checks a workspace that is made of these files, with some rules. */
export async function checkFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  rules: readonly Rule[],
  answers: Readonly<Record<string, LinkAnswer>> = {},
): Promise<readonly Diagnostic[]> {
  const root = await freshWorkspace();
  await writeFiles(root, files);
  const checked = await checkAll(root, rules, answers);
  await rm(root, { recursive: true });
  return [...checked.diagnostics, ...checked.issues.flatMap(({ diagnostics }) => diagnostics)];
}

/** Checks the issues of a folder with some rules. */
export function checkAll(
  root: string,
  rules: readonly Rule[],
  answers: Readonly<Record<string, LinkAnswer>> = {},
): Promise<CheckedWorkspace> {
  return checkWorkspace(workspaceAt(root), {
    slugs: [],
    today: exampleDay,
    clock: () => 0,
    signal: new AbortController().signal,
    rules,
    askFor: (urls) =>
      Promise.resolve(
        new Map(
          urls.map((url): [string, LinkAnswer] => [
            url,
            answers[url] ?? { state: 'alive', reason: '200' },
          ]),
        ),
      ),
  });
}

/** An empty temporary workspace whose cache holds the compiled theme: compiling takes a second. */
export async function freshWorkspace(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'galley-check-')));
  made.push(root);
  await mkdir(join(root, 'issues'));
  if (!existsSync(compiled)) {
    await writeFiles(root, { 'newsletter.config.yaml': completed('', exampleConfig) });
    await checkAll(root, []);
    await compileTraced(root);
    await mkdir(join(compiled, '..'), { recursive: true });
    // Test files run side by side: the first one to be done wins.
    const making = `${compiled}.${process.pid}`;
    await cp(join(root, '.galley'), making, { recursive: true });
    await rename(making, compiled).catch(() => rm(making, { recursive: true }));
    await rm(join(root, '.galley'), { recursive: true });
  }
  await cp(compiled, join(root, '.galley'), { recursive: true });
  return root;
}

/** Rules that place what they find in the HTML need the theme compiled a second time. */
async function compileTraced(root: string): Promise<void> {
  const workspace = workspaceAt(root);
  const { settings } = await loadSettings(workspace);
  if (settings === null) throw new Error('The config of the examples is broken.');
  await compileTheme(workspace, settings.theme, settings.store, true);
}

/** Runs one rule over an example; returns the very text that each finding points at. */
export async function markedIn(rule: Rule, example: Example): Promise<readonly string[]> {
  const found = await runExample(rule, example);
  const files = exampleFiles(example);
  return found.map(({ file, line, column, endColumn }) => {
    const text = (files[file] ?? '').split('\n')[(line ?? 0) - 1] ?? '';
    return text.slice((column ?? 1) - 1, (endColumn ?? 1) - 1);
  });
}

/** The text that a rule points at in a topic's prose. */
export function markedInProse(
  rule: Rule,
  prose: string,
  config?: string,
): Promise<readonly string[]> {
  const indented = prose.replace(/^(?=.)/gm, '    ');
  const issue = `- kind: topic\n  heading: Planks\n  body: |-\n${indented}`;
  return markedIn(rule, config === undefined ? { issue } : { issue, config });
}

/** The texts of an example, completed to a workspace. */
export function exampleFiles(example: Example): Readonly<Record<string, string>> {
  const { issue = '', config = '', earlier = [], templates = {} } = example;
  const past = earlier.map((text, index) => {
    const number = 10 - earlier.length + 1 + index;
    return [`issues/${pastMonth(number)}.yaml`, completeIssue(text, number, 'sent')] as const;
  });
  return {
    'newsletter.config.yaml': completed(config, exampleConfig),
    ...Object.fromEntries(past),
    ...renameKeys(templates, (name) => `templates/default/${name}`),
    'issues/2026-11.yaml': completeIssue(issue, 11, 'ready'),
  };
}

/** An issue with everything it needs and nothing that a rule objects to. */
export function completeIssue(text: string, number: number, status = 'ready'): string {
  const written = text.trimStart().startsWith('- kind:') ? `sections:\n${indent(text)}` : text;
  const { sections = [] } = (parse(written) ?? {}) as { sections?: readonly { kind: string }[] };
  const has = (kind: string) => sections.some((section) => section.kind === kind);
  const opened = has('intro') ? written : written.replace(/^sections:\n/m, `sections:\n${intro}`);
  const closed =
    sections.length > 0 && !has('sign-off') ? `${opened.trimEnd()}\n${signOff}` : opened;
  return completed(closed, {
    number: String(number),
    date: `${pastMonth(number)}-02`,
    subject: `Letter ${number} about wooden boats`,
    preheader: 'How planks are bent with steam, and what was read in the long evenings.',
    status,
    sections: `\n${intro}${signOff}`,
  });
}

// --- internal ---

/** Removed when the tests of the file are done. */
const made: string[] = [];
afterAll(() => Promise.all(made.map((root) => rm(root, { recursive: true, force: true }))));

function examplePictures({ pictures = {} }: Example): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    Object.entries(pictures).map(([name, { width, height, bytes = 0 }]) => {
      // Named inside, so that two of one size are two.
      return [`issues/${name}`, makeHeavyPng(width, height, bytes, name)];
    }),
  );
}

function renameKeys(texts: Readonly<Record<string, string>>, rename: (key: string) => string) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [rename(key), text]));
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Named after all that a compiled theme is made by and of. */
const compiled = join(repository, 'node_modules/.cache/galley', `rules-${hashOfTheme()}`);

function hashOfTheme(): string {
  const folders = ['src/template', 'src/render', 'src/press', 'src/text', 'templates'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const all = [...files.sort(), join(repository, 'package-lock.json')];
  return sha256(JSON.stringify(all.map((file) => sha256(readFileSync(file))))).slice(0, 16);
}

const intro = `  - kind: intro
    greeting: Hello,
    body: |
      This letter is about wooden boats. It says how planks are bent with steam, which took me a
      month to learn, and what I have been reading in the long evenings beside the stove.
`;
const signOff = `  - kind: sign-off
    body: That was it for this month. Write to me if you know more about steam than I do.
`;

const exampleConfig = {
  name: 'Wooden Boats',
  language: 'en',
  author: '{ name: Ada Example }',
  from: '{ name: Wooden Boats, address: letter@boats.example }',
  unsubscribe: '{ url: https://boats.example/unsubscribe }',
};

function completed(text: string, fields: Readonly<Record<string, string>>): string {
  const left = Object.entries(fields).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
  const added = left.map(([key, value]) => `${key}: ${value}\n`.replace(': \n', ':\n'));
  return `${text === '' ? '' : `${text.trimEnd()}\n`}${added.join('')}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** 11 is November 2026. */
function pastMonth(number: number): string {
  const month = new Date(Date.UTC(2026, number - 1, 1));
  return month.toISOString().slice(0, 7);
}
