import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallConfig, smallIssue } from '../../../support/galley.ts';
import { toldIssues, useLiveSessions } from '../../../support/live-session.ts';
import { makePng } from '../../../support/make-image.ts';

const startSession = useLiveSessions();

const config = 'newsletter.config.yaml';
const one = 'issues/2026-01.yaml';
const two = 'issues/2026-02.yaml';
const both = { [one]: smallIssue(1), [two]: smallIssue(2) };
const brokenConfig = smallConfig.replace('language: en', 'language: english!');

describe('a changed config', () => {
  it('is told, with the opened issues drawn at once and the others in the background', async () => {
    const session = await startSession(both);
    await session.filled();
    await session.read('2026-01');
    const told = await session.save({ [config]: smallConfig.replaceAll('Test Letter', 'Renamed') });
    expect(told[0]).toEqual({ type: 'state' });
    expect(toldIssues(told)).toEqual(['2026-01']);
    expect((await session.state()).publication).toBe('Renamed');
    expect((await session.read('2026-01')).print?.printed.html).toContain('Renamed');
    await session.until(() => toldIssues(session.events).at(-1) === '2026-02');
  });

  it('changes nothing when it says the same', async () => {
    const session = await startSession(both);
    await session.filled();
    expect(await session.save({ [config]: `# A comment.\n${smallConfig}` })).toEqual([]);
  });

  it('is also one of its imports, wherever in the workspace that is', async () => {
    const ts = 'newsletter.config.ts';
    const session = await startSession({
      ...both,
      [ts]: `import { name } from './lib/name.ts';
        export default { name, language: 'en', author: { name: 'A' }, from: { name, address: 'a@b.example' } };`,
      'lib/name.ts': "export const name = 'Imported';\n",
    });
    await rm(join(session.root, config));
    expect((await session.state()).publication).toBe('Imported');
    await session.save({ 'lib/name.ts': "export const name = 'Changed';\n" });
    expect((await session.state()).publication).toBe('Changed');
  });

  it('has the avatar with it', async () => {
    const session = await startSession({
      ...both,
      [config]: smallConfig.replace('A. Uthor', 'A. Uthor, avatar: me.png'),
      'me.png': makePng(40, 40),
    });
    const before = await session.read('2026-01');
    const told = await session.save({ 'me.png': makePng(50, 50) });
    expect(toldIssues(told)).toContain('2026-01');
    const after = await session.read('2026-01');
    expect(after.print?.printed.html).not.toBe(before.print?.printed.html);
  });
});

describe('a broken config', () => {
  it('leaves the prints as they were, stale, until it is mended', async () => {
    const session = await startSession(both);
    await session.filled();
    const good = await session.read('2026-01');
    const told = await session.save({ [config]: brokenConfig });
    expect(told.map(({ type }) => type)).toEqual(['issue', 'state']);
    const { publication, language, issues, diagnostics } = await session.state();
    expect({ publication, language }).toEqual({ publication: null, language: null });
    expect(issues).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'invalid-language-tag', file: config, line: 2 }]);
    expect(diagnostics[0]?.frame).toContain('> 2 | language: english!');
    const stale = await session.read('2026-01');
    expect(stale.print).toEqual({ ...good.print, stale: true });
    expect(stale.diagnostics).toEqual([]);

    expect(await session.save({ [one]: smallIssue(1, 'Meanwhile.') })).toEqual([]);
    await session.save({ [config]: smallConfig });
    const mended = await session.read('2026-01');
    expect(mended.print?.stale).toBe(false);
    expect(mended.print?.printed.text).toContain('Meanwhile.');
    expect((await session.state()).diagnostics).toEqual([]);
  });

  it('is not told while an editor has emptied it but not written it yet', async () => {
    const session = await startSession(both, {
      pause: () => writeFile(join(session.root, config), smallConfig),
    });
    await session.filled();
    expect(await session.save({ [config]: '' })).toEqual([]);
  });

  it('is one diagnostic without a place when there is none, or two', async () => {
    const session = await startSession(both);
    const good = await session.read('2026-01');
    await rm(join(session.root, config));
    await session.tell(config);
    const missing = { code: 'missing-config', file: '', line: null, frame: null, editorUrl: null };
    expect((await session.state()).diagnostics).toMatchObject([missing]);
    expect((await session.read('2026-01')).print).toEqual({ ...good.print, stale: true });
    await session.save({ [config]: smallConfig, 'newsletter.config.json': '{}' });
    expect((await session.state()).diagnostics).toMatchObject([{ code: 'duplicate-config' }]);
    await rm(join(session.root, 'newsletter.config.json'));
    await session.tell('newsletter.config.json');
    expect((await session.state()).diagnostics).toEqual([]);
    expect((await session.read('2026-01')).print).toEqual(good.print);
  });

  it('at the start leaves the issues unread, which are read once it is mended', async () => {
    const session = await startSession({ ...both, [config]: brokenConfig });
    const { row, diagnostics, print } = await session.read('2026-01');
    expect({ diagnostics, print }).toEqual({ diagnostics: [], print: null });
    expect(row).toMatchObject({ facts: null, errors: 0, version: 0 });
    await session.save({ [config]: smallConfig });
    await session.filled();
    expect((await session.read('2026-01')).print?.stale).toBe(false);
  });
});

describe('a changed theme', () => {
  const intro = 'templates/default/sections/intro.txt.hbs';

  it('draws the opened issues at once; broken, it leaves them as they were', async () => {
    const session = await startSession(both);
    await session.filled();
    await session.read('2026-01');
    const told = await session.save({ [intro]: 'Hark! {{greeting}}\n' });
    expect(toldIssues(told)).toEqual(['2026-01']);
    const good = await session.read('2026-01');
    expect(good.print?.printed.text).toContain('Hark! Hello,');

    await session.save({ [intro]: 'Hark! {{greting}}\n' });
    const [problem] = (await session.state()).diagnostics;
    expect(problem).toMatchObject({ code: 'unknown-value', file: intro, line: 1 });
    expect((await session.state()).publication).toBe('Test Letter');
    expect((await session.read('2026-01')).print).toEqual({ ...good.print, stale: true });

    await session.save({ [intro]: 'Hark! {{greeting}}\n' });
    expect((await session.state()).diagnostics).toEqual([]);
    expect((await session.read('2026-01')).print).toEqual(good.print);
  });

  it('is waited for while one of its files is empty', async () => {
    let pauses = 0;
    const session = await startSession(both, {
      pause: async () => {
        pauses++;
        await writeFile(join(session.root, intro), 'Whole: {{greeting}}\n');
      },
    });
    await session.read('2026-01');
    await session.filled();
    const told = await session.save({ [intro]: '' });
    expect(toldIssues(told)).toEqual(['2026-01']);
    expect(pauses).toBe(1);
    expect((await session.read('2026-01')).print?.printed.text).toContain('Whole: Hello,');
  });

  it('is also one of its tokens', async () => {
    const session = await startSession(both);
    await session.read('2026-01');
    await session.save({ 'templates/default/tokens.json': '{' });
    const { diagnostics } = await session.state();
    expect(diagnostics[0]?.file).toBe('templates/default/tokens.json');
    expect((await session.read('2026-01')).print?.stale).toBe(true);
    await rm(join(session.root, 'templates'), { recursive: true });
    await session.tell('templates');
    expect((await session.state()).diagnostics).toEqual([]);
    expect((await session.read('2026-01')).print?.stale).toBe(false);
  });
});

describe("the author's editor", () => {
  const broken = { [one]: smallIssue(1).replace('preheader:', 'preheadr:') };
  const urlOf = (path: string, at: string) => (root: string) => `${at}${root}/${path}:4:1`;

  it('is the config, the .env or the environment that names it, each over the one before', async () => {
    const config2 = { [config]: `${smallConfig}preview: { editor: cursor }\n` };
    const session = await startSession({ ...broken, ...config2 });
    const link = async () => (await session.read('2026-01')).diagnostics[0]?.editorUrl;
    expect(await link()).toBe(urlOf(one, 'cursor://file')(session.root));
    const before = await session.read('2026-01');
    const told = await session.save({ '.env': 'GALLEY_EDITOR=zed\n' });
    expect(toldIssues(told)).toEqual(['2026-01']);
    expect(await link()).toBe(urlOf(one, 'zed://file')(session.root));
    expect((await session.read('2026-01')).row.version).toBeGreaterThan(before.row.version);

    const set = await startSession(
      { ...broken, ...config2, '.env': 'GALLEY_EDITOR=zed\n' },
      { env: { GALLEY_EDITOR: 'mine://{file}?at={line}' } },
    );
    const [found] = (await set.read('2026-01')).diagnostics;
    expect(found?.editorUrl).toBe(`mine://${set.root}/${one}?at=4`);
  });

  it('is warned of when the environment names none, and said at its place in the config', async () => {
    const env = { GALLEY_EDITOR: 'javascript://{file}' };
    const session = await startSession(broken, { env });
    expect((await session.state()).diagnostics).toMatchObject([
      { code: 'invalid-value', severity: 'warning', file: '', line: null, frame: null },
    ]);
    expect((await session.read('2026-01')).diagnostics[0]?.editorUrl).toMatch(/^vscode:/);
    await session.save({ [config]: `${smallConfig}preview: { editor: vscod }\n` });
    expect((await session.state()).diagnostics[1]).toMatchObject({
      code: 'invalid-value',
      file: config,
      line: 5,
      path: 'preview.editor',
    });
  });

  it('is no part of what is printed', async () => {
    const session = await startSession(both);
    await session.filled();
    const told = await session.save({ [config]: `${smallConfig}preview: { editor: zed }\n` });
    expect(told).toEqual([]);
  });

  it('never shows what stands in .env', async () => {
    const session = await startSession(broken);
    await writeFile(join(session.root, '.env'), Buffer.from('SMTP_PASS=hunter2\xff\n', 'latin1'));
    await session.tell('.env');
    const { diagnostics } = await session.state();
    expect(diagnostics).toMatchObject([{ code: 'invalid-utf8', file: '.env', frame: null }]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });
});
