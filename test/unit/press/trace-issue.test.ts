import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePath } from '../../../src/check/page/origin.ts';
import { loadSettings, openPress } from '../../../src/press/open-press.ts';
import { prepareIssue, printIssue } from '../../../src/press/print-issue.ts';
import { createTracer } from '../../../src/press/trace-issue.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { everythingIssue } from '../../support/everything-issue.ts';
import { fullConfig, pictures } from '../../support/full-publication.ts';
import { writeFiles } from '../../support/galley.ts';

const root = await mkdtemp(join(tmpdir(), 'galley-trace-'));
afterAll(() => rm(root, { recursive: true }));
const files = Object.entries(pictures).map(([name, bytes]) => [`issues/one/${name}`, bytes]);
await writeFiles(root, {
  'newsletter.config.json': JSON.stringify(fullConfig),
  'issues/one/issue.json': JSON.stringify(everythingIssue),
  ...(Object.fromEntries(files) as Record<string, Uint8Array>),
});

describe('an issue with its traces', async () => {
  const { settings } = await loadSettings(workspaceAt(root));
  if (settings === null) throw new Error('The config is broken.');
  const { press } = await openPress(settings);
  if (press === null) throw new Error('The theme is broken.');
  const file = join(root, 'issues/one/issue.json');
  const { ready } = await prepareIssue(press, { slug: 'one', file });
  if (ready === null) throw new Error('The issue is broken.');
  const { html } = await printIssue(press, 'one', ready);
  const traced = await createTracer(press)('one', ready);
  const paths = [...traced.matchAll(/data-path="([^"]*)"/g)].map(([, path = '']) => path);

  it('is what is sent, but for the traces', () => {
    expect(html).not.toContain('data-path');
    const bare = traced
      .replace(/<span data-path="[^"]*"><\/span>/g, '')
      .replace(/ data-path="[^"]*"/g, '');
    expect(bare).toBe(html);
  });

  it('names fields that are there, of the issue or of the config', () => {
    const data: unknown = { ...fullConfig, ...ready.issue };
    const absent = paths.filter((path) => {
      const value = parsePath(path).reduce<unknown>(
        (at, step) => (at as Record<string, unknown> | undefined)?.[step],
        data,
      );
      return value === undefined;
    });
    expect(absent).toEqual([]);
  });

  it('has one for every section and block', () => {
    const missing = ready.issue.sections.flatMap((section, index) => {
      const place = `sections[${index}]`;
      const body = 'body' in section && typeof section.body !== 'string' ? section.body : [];
      return [place, ...body.map((_, at) => `${place}.body[${at}]`)].filter(
        (wanted) => !paths.some((path) => path.startsWith(wanted)),
      );
    });
    expect(missing).toEqual([]);
    expect(paths.length).toBeGreaterThan(60);
  });
});
