import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PreviewState } from '../../src/preview/model.ts';
import { smallConfig } from '../support/galley.ts';
import type { MailReport, WatchReport } from '../support/live-preview.ts';
import { ask, mailFrame, shows, useLivePreviews } from '../support/live-preview.ts';
import { letter, letterFiles } from '../support/live-letter.ts';
import { makePng } from '../support/make-image.ts';
import { readEvents } from '../support/read-events.ts';
import { runPreview } from '../support/run-preview.ts';

const start = useLivePreviews(letterFiles);
/** A machine that is busy with other tests takes its time. */
const patient = { timeout: 15_000 };

describe('a save', () => {
  it('is drawn in place: nothing is blank, nothing jumps, the frame goes nowhere', async () => {
    const { page, save } = await start('?issue=autumn');
    await ask(page, 'scroll', 600);
    await ask(page, 'watch');
    const navigations: string[] = [];
    page.on('framenavigated', (frame) => navigations.push(frame.url()));
    for (const words of ['First words.', 'Second words.', 'Third words.']) {
      await save({ 'issues/autumn/issue.yaml': letter(2, words) });
      await shows(page, words);
    }
    const seen = await ask<WatchReport>(page, 'watched');
    expect(seen).toMatchObject({ tops: [600], isSame: true });
    expect(seen.frames).toBeGreaterThan(3);
    expect(seen.fewestCharacters).toBeGreaterThan(500);
    expect(navigations).toEqual([]);
    expect(await page.locator('size-meter').textContent()).toMatch(/\d words/);
  });

  it('that breaks the issue shows what is wrong over the last good mail, until it is mended', async () => {
    const { root, page, save } = await start('?issue=autumn');
    const path = 'issues/autumn/issue.yaml';
    await save({ [path]: letter(2, 'Broken words.').replace('subject:', 'subjcet:') });
    const problem = page.locator('problem-panel article', { hasText: 'unknown-key' });
    await problem.waitFor();
    const source = await readFile(join(root, path), 'utf8');
    const line = source.split('\n').findIndex((text) => text.startsWith('subjcet:')) + 1;
    expect(await problem.locator('pre').textContent()).toContain(`> ${line} | subjcet:`);
    expect(await problem.textContent()).toContain('Did you mean `subject`?');
    const link = problem.getByRole('link', { name: `${path}:${line}:1` });
    expect(await link.getAttribute('href')).toBe(`vscode://file${root}/${path}:${line}:1`);
    await page.getByText('Shown is the last rendering without errors.').waitFor();
    await (await mailFrame(page)).getByText('The words of autumn.').waitFor();
    expect(await page.title()).toMatch(/^\d+ errors?/);

    await save({ [path]: letter(2, 'Mended words.') });
    await shows(page, 'Mended words.');
    await problem.waitFor({ state: 'detached' });
    expect(await page.title()).toMatch(/^Issue 2/);
  });

  it('of a picture, a token, a template, the config or what an issue imports is drawn', async () => {
    const { page, save } = await start('?issue=autumn');
    const look = () => ask<MailReport>(page, 'mail');
    expect(await look()).toMatchObject({ pictures: [60], link: 'rgb(11, 87, 208)' });
    await save({ 'issues/autumn/picture.png': makePng(90, 30) });
    await expect.poll(look, patient).toMatchObject({ pictures: [90] });
    await save({ 'templates/default/tokens.json': '{ "accent": "#b00020" }' });
    await expect.poll(look, patient).toMatchObject({ link: 'rgb(176, 0, 32)' });
    await save({ 'newsletter.config.yaml': smallConfig.replace('Test Letter', 'Other Letter') });
    await page.locator('issue-list', { hasText: 'Other Letter' }).waitFor();
    await shows(page, 'Other Letter');
    await save({ 'templates/default/layouts/footer.mjml.hbs': '<p>By {{publication.name}}.</p>' });
    await shows(page, 'By Other Letter.');
    await save({ 'newsletter.config.yaml': `${smallConfig}preview: { editor: zed }\nfrm: 1\n` });
    const link = page.getByRole('link', { name: /^newsletter\.config\.yaml:\d+:1$/ });
    expect(await link.getAttribute('href')).toMatch(/^(?:vscode|zed):\/\/file\//);
    await save({ 'newsletter.config.yaml': smallConfig });
    await link.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Issue 3' }).click();
    await shows(page, 'Imported words.');
    await save({ 'issues/_words.ts': "export const words = 'Changed words.';\n" });
    await shows(page, 'Changed words.');
  });

  it('renders no other issue, and asks for no other', async () => {
    const { server, page, save } = await start('?issue=autumn');
    const readState = async () =>
      (await (await fetch(`${server.origin}/api/state`)).json()) as PreviewState;
    const versions = async () =>
      Object.fromEntries((await readState()).issues.map(({ slug, version }) => [slug, version]));
    const isUnread = async () => Object.values(await versions()).includes(0);
    await expect.poll(isUnread, patient).toBe(false);
    const { autumn: before, ...others } = await versions();
    const events = readEvents((await fetch(`${server.origin}/events`)).body);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await save({ 'issues/autumn/issue.yaml': letter(2, 'Only here.') });
    await shows(page, 'Only here.');
    const { autumn: after, ...same } = await versions();
    expect(same).toEqual(others);
    expect(after).toBeGreaterThan(before ?? NaN);
    expect(await events.until('issue')).toMatchObject({ row: { slug: 'autumn' } });
    expect(new Set(asked)).toEqual(new Set(['/mail/autumn/email.html', '/api/issues/autumn']));
  });

  it('repeated two hundred times leaves no memory behind, here or there', async () => {
    const heap = join(import.meta.dirname, '../support/report-heap.cjs');
    const { server, page, root } = await start('?issue=autumn', {
      NODE_OPTIONS: `--require=${heap}`,
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    let saves = 0;
    let reports = 0;
    const saveMany = async (count: number) => {
      for (const end = saves + count; saves < end; saves++) {
        const words = `Words of save ${saves}.`;
        await writeFile(join(root, 'issues/autumn/issue.yaml'), letter(2, words));
        await shows(page, words);
      }
    };
    const measure = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
      const said = `heap ${++reports}: `;
      process.kill(server.pid, 'SIGUSR2');
      await server.says(said);
      await server.says(`\n`);
      const [, bytes = ''] = new RegExp(`${said}(\\d+)\\n`).exec(server.stderr()) ?? [];
      return {
        server: Number(bytes),
        page: of('JSHeapUsedSize'),
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
        documents: of('Documents'),
      };
    };
    // What is compiled and cached on the way comes first.
    await saveMany(60);
    const before = await measure();
    await saveMany(140);
    const after = await measure();
    const growth = (key: keyof typeof before) => after[key] - before[key];
    expect(growth('server')).toBeLessThan(3e6);
    expect(growth('page')).toBeLessThan(1e6);
    expect(growth('nodes')).toBeLessThan(100);
    expect(growth('listeners')).toBeLessThan(10);
    expect(growth('documents')).toBeLessThan(5);
  });
});

describe('the issues', () => {
  it('appear, take another name and go', async () => {
    const { root, page, save } = await start('?issue=autumn');
    const line = (name: string) => page.locator('issue-line', { hasText: name });
    await save({ 'issues/winter.yaml': letter(4, 'The words of winter.') });
    await line('#4').click();
    await shows(page, 'The words of winter.');
    await rename(join(root, 'issues/winter.yaml'), join(root, 'issues/deep-winter.yaml'));
    await page.getByText('There is no issue winter').waitFor();
    await line('#4').click();
    await page.waitForURL(/issue=deep-winter/);
    await shows(page, 'The words of winter.');
    await rm(join(root, 'issues/deep-winter.yaml'));
    await line('#4').waitFor({ state: 'detached' });
    await page.getByText('There is no issue deep-winter').waitFor();
    await rm(join(root, 'issues/autumn'), { recursive: true });
    await line('#2').waitFor({ state: 'detached' });
    expect(await page.locator('issue-line').count()).toBe(2);
  });
});

describe('the tabs', () => {
  it('stay in step', async () => {
    const { page, save, openTab } = await start('?issue=autumn');
    const other = await openTab('?issue=autumn&view=text');
    await save({ 'issues/autumn/issue.yaml': letter(2, 'Words for both.') });
    await shows(page, 'Words for both.');
    await other.locator('text-view', { hasText: 'Words for both.' }).waitFor();
  });

  it('say when the server is lost, and recover by themselves when it is back', async () => {
    const { root, server, page, save } = await start('?issue=autumn&width=375');
    await ask(page, 'scroll', 200);
    expect(await server.interrupt()).toBe(130);
    const note = page.getByText('Connection lost, trying again');
    await note.waitFor();
    await save({ 'issues/autumn/issue.yaml': letter(2, 'Written meanwhile.') });
    await runPreview(root, ['--port', String(server.port)]);
    await shows(page, 'Written meanwhile.');
    await note.waitFor({ state: 'detached' });
    expect(await ask<MailReport>(page, 'mail')).toMatchObject({ top: 200, width: 375 });
    await save({ 'issues/autumn/issue.yaml': letter(2, 'Written since.') });
    await shows(page, 'Written since.');
  });
});
