import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IssueChanges, IssueDetails, PreviewState } from '../../../src/preview/model.ts';
import { createPreview } from '../../../src/preview/create-preview.ts';
import { buildIssues } from '../../../src/press/build-issues.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';
import { readEvents } from '../../support/read-events.ts';

const at = 'http://127.0.0.1:4255';

async function openPreview(files: Readonly<Record<string, string>>) {
  const root = await makeTempFolder();
  await writeFiles(root, { 'newsletter.config.yaml': smallConfig, ...files });
  const preview = await createPreview(workspaceAt(root), {
    env: {},
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => preview.close());
  await preview.ready;
  const ask = async <Value>(path: string): Promise<Value> => {
    return (await (await preview.app.request(at + path)).json()) as Value;
  };
  return { root, preview, ask };
}

describe('a preview', () => {
  it('answers without a port: what it renders, and what changed since the build', async () => {
    const { root, ask } = await openPreview({ 'issues/a.yaml': smallIssue() });
    const state = await ask<PreviewState>('/api/state');
    expect(state).toMatchObject({ publication: 'Test Letter', diagnostics: [] });
    const details = await ask<IssueDetails>('/api/issues/a');
    expect(details.rendering?.facts).toMatchObject({ number: 1, subject: 'Issue 1' });
    expect(await ask<IssueChanges>('/api/issues/a/changes')).toMatchObject({ built: false });
    const { signal } = new AbortController();
    const clock = () => 0;
    const onIssue = () => Promise.resolve();
    await buildIssues(workspaceAt(root), { slugs: [], force: false, clock, signal, onIssue });
    const { built, text, html } = await ask<IssueChanges>('/api/issues/a/changes');
    expect(built).toBe(true);
    expect([...text, ...html].map(({ kind }) => kind)).toEqual(['same', 'same']);
  });

  it('tells of a save and of an error, and keeps the last good mail', async () => {
    const { root, preview, ask } = await openPreview({ 'issues/a.yaml': smallIssue() });
    await ask('/api/issues/a');
    const events = readEvents((await preview.app.request(`${at}/events`)).body);
    await writeFile(join(root, 'issues/a.yaml'), smallIssue(1, 'Another sentence.'));
    expect(await events.until('issue')).toMatchObject({ row: { slug: 'a', errors: 0 } });
    await writeFile(join(root, 'issues/a.yaml'), 'number: [\n');
    let broken = await events.until('issue');
    while (broken?.type === 'issue' && broken.row.errors === 0)
      broken = await events.until('issue');
    const { diagnostics, rendering } = await ask<IssueDetails>('/api/issues/a');
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'issues/a.yaml' });
    expect(rendering?.stale).toBe(true);
    const mail = await preview.app.request(`${at}/mail/a/email.html`);
    expect(await mail.text()).toContain('Another sentence.');
    await events.cancel();
  });

  it('answers at the port that it listens at, and no more after its end', async () => {
    const { preview } = await openPreview({ 'issues/a.yaml': smallIssue() });
    const { address, port } = await preview.listen(0);
    expect(address).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${address}/api/state`)).status).toBe(200);
    expect((await preview.app.request(`${at}/api/state`)).status).toBe(403);
    await preview.close();
    await expect(fetch(`${address}/api/state`)).rejects.toThrow();
  });
});
