import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmUnlisted } from '../../../src/cli/confirm-unlisted.ts';
import { editorCommand } from '../../../src/cli/edit-file.ts';
import { addLink } from '../../../src/desk/add/add-link.ts';
import { createDraft } from '../../../src/desk/draft/create-draft.ts';
import type { DraftRequest } from '../../../src/desk/draft/plan-draft.ts';
import { createWorkspace } from '../../../src/desk/init/create-workspace.ts';
import { readPast } from '../../../src/desk/read-past.ts';
import { diagnosticCodes, userErrorCodes } from '../../../src/diagnostics/codes.ts';
import { warningCodes } from '../../../src/diagnostics/warning-codes.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import { writeAtomically } from '../../../src/files/write-atomically.ts';
import { signMessage } from '../../../src/mail/dkim/sign-message.ts';
import { listHeaders } from '../../../src/mail/message-headers.ts';
import { checkIssues } from '../../../src/press/check-issues.ts';
import type { Settings } from '../../../src/press/open-press.ts';
import { loadSettings } from '../../../src/press/open-press.ts';
import { explainReplaced } from '../../../src/preview/explain-replaced.ts';
import { listen } from '../../../src/preview/serve/listen.ts';
import { chooseRecipients } from '../../../src/post/recipients.ts';
import { readSmtpSettings, requireSmtpSettings } from '../../../src/post/smtp-settings.ts';
import { viewSchema } from '../../../src/render/view-schema.ts';
import { readSource } from '../../../src/source/read-source.ts';
import { compileTheme } from '../../../src/template/compile.ts';
import { publicationSchema } from '../../../src/workspace/publication.ts';
import { findWorkspace, workspaceAt } from '../../../src/workspace/workspace.ts';
import { readExplanations } from '../../support/explanations.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeClaimedPng, makePng } from '../../support/make-image.ts';
import { noAnswer, refusing } from '../../support/refusing-server.ts';
import { plainConfig } from '../../support/plain-letter.ts';
import { makeTempFolder, useTempFolder } from '../../support/make-temp-folder.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));
const readme = readFileSync(join(src, 'diagnostics', 'README.md'), 'utf8');
const explanations = readExplanations(readme);
const summaries: Readonly<Record<string, string>> = { ...diagnosticCodes, ...userErrorCodes };

/** Examples that no text can be: what stands in the workspace beside the sound issue. */
const built: Readonly<Record<string, (root: string) => Promise<unknown>>> = {
  'unreadable-source': (root) => symlink('nowhere.yaml', issueIn(root)),
  'source-too-large': (root) => writeFile(issueIn(root), Buffer.alloc(5_000_001, ' ')),
  'invalid-utf8': (root) => writeFile(issueIn(root), Buffer.from('subject: T\xff', 'latin1')),
  'source-outside-workspace': async (root) => {
    const outside = await makeTempFolder();
    await writeFiles(outside, { 'issue.yaml': smallIssue() });
    await symlink(join(outside, 'issue.yaml'), issueIn(root));
  },
  'image-not-a-file': async (root) => {
    await writePicture(root, '');
    await rm(join(root, 'issues/table.png'));
    await mkdir(join(root, 'issues/table.png'));
  },
  'empty-image': (root) => writePicture(root, ''),
  'image-too-large': (root) => writePicture(root, Buffer.alloc(10 * 1024 * 1024 + 1)),
  'unsupported-image': (root) => writePicture(root, '<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'damaged-image': (root) => writePicture(root, makePng(20, 10).subarray(0, 20)),
  'image-without-pixels': (root) => writePicture(root, makeClaimedPng(0, 10)),
  'too-many-pixels': (root) => writePicture(root, makeClaimedPng(50_000, 50_000)),
  'tracking-pixel': (root) => writePicture(root, makePng(1, 1)),
};

const today = '2026-11-22';
const wanted = {
  ...{ folder: 'x', name: 'N', author: 'A', from: 'a@example.com', language: 'en' },
  ...{ theme: false, today },
};

async function settingsOf(root: string): Promise<Settings> {
  const { settings } = await loadSettings(workspaceAt(root));
  if (settings === null) throw new Error('The config has errors.');
  return settings;
}

async function newIssue(root: string, request: Partial<DraftRequest>): Promise<void> {
  const settings = await settingsOf(root);
  const past = await readPast(settings);
  await createDraft(settings, past, { kind: 'roundup', today, ...request });
}

/** Problems that only the function itself can be made to report here. */
const called: Readonly<Record<string, (root: string) => Promise<readonly string[]>>> = {
  'unknown-source-format': (root) => codesOfSource(join(root, 'issues/2026-11.toml'), 10_000),
  'source-timeout': async (root) => {
    await writeFiles(root, { 'issues/2026-11.ts': 'for (;;);\nexport default {};\n' });
    return codesOfSource(join(root, 'issues/2026-11.ts'), 50);
  },
};

const publication = publicationSchema.parse(plainConfig);

const thrown: Readonly<Record<string, (root: string) => unknown>> = {
  'missing-workspace': async () => findWorkspace(await makeTempFolder()),
  'missing-config': async (root) => {
    await rm(join(root, 'newsletter.config.yaml'));
    await check(root);
  },
  'unknown-issue': (root) => check(root, ['2026-12']),
  'invalid-argument': (root) => newIssue(root, { slug: '../x' }),
  'existing-issue': (root) => newIssue(root, { slug: 'sound' }),
  'existing-files': (root) => createWorkspace(root, { ...wanted, format: 'yaml' }),
  'uneditable-issue': async (root) => {
    await writeFiles(root, { 'issues/2026-11.yaml': 'sections: [' });
    const link = { url: 'https://a.example/', section: 'news', title: 'A', today } as const;
    await addLink(await settingsOf(root), { ...link, issue: '2026-11', readPage: null });
  },
  'empty-year': (root) => newIssue(root, { kind: 'recap', year: '1999' }),
  'missing-editor': () => editorCommand({ env: {} }),
  'missing-layout': () =>
    compileTheme(new Map(), { shape: viewSchema, tokens: {}, textHelpers: {} }),
  'cannot-write': (root) => writeAtomically(join(root, 'newsletter.config.yaml', 'a.txt'), ''),
  'unsafe-header': () => listHeaders({ listId: 'a\r\nBcc: b@c.example' }),
  'unusable-dkim-key': () =>
    signMessage(new Uint8Array(), { domain: 'a.example', selector: 'b', privateKey: '' }),
  'port-in-use': () => listen(noAnswer, { port: 4255, createServer: refusing('EADDRINUSE') }),
  'port-refused': () => listen(noAnswer, { port: 80, createServer: refusing('EACCES') }),
  'galley-replaced': () => {
    const gone = Object.assign(new Error('A part is gone.'), { code: 'ERR_MODULE_NOT_FOUND' });
    explainReplaced((error) => {
      throw error;
    })(gone);
  },
  'invalid-mail-setting': (root) => readSmtpSettings(workspaceAt(root), { SMTP_PORT: '25' }),
  'missing-mail-server': (root) => requireSmtpSettings(workspaceAt(root), {}),
  'invalid-recipient': () => chooseRecipients(publication, ['Ada <a@b.example>']),
  'too-many-recipients': () =>
    chooseRecipients(
      publication,
      Array.from({ length: 11 }, (_, index) => `r${index}@b.example`),
    ),
  'unconfirmed-recipient': () =>
    confirmUnlisted(['a@b.example'], { signal: new AbortController().signal }),
};

/** What can't be made here: a user who may not read (root may), a compiler that breaks off or is gone. */
const unmade = ['unreadable-image', 'uncompilable-source', 'missing-compiler'];

/** Problems of a file's name, not of a place in it. */
const placeless = ['invalid-slug', 'duplicate-slug', 'source-outside-workspace'];

/** Holds the sound workspace, with the compiled theme in its cache. */
const folder = useTempFolder();
let copies = 0;

beforeAll(async () => {
  await writeFiles(join(folder(), 'sound'), {
    'newsletter.config.yaml': smallConfig,
    'issues/sound.yaml': smallIssue(),
  });
  expect(await check(join(folder(), 'sound'))).toEqual([]);
});

describe('the explanations', () => {
  it('are those of all codes, in their order, and begin with their summaries', () => {
    expect(explanations.map(({ code }) => code)).toEqual(Object.keys(summaries));
    for (const { code, prose } of explanations) {
      expect(prose.slice(0, `${summaries[code] ?? ''} `.length)).toBe(`${summaries[code] ?? ''} `);
    }
  });

  it('have an example each, here or there', () => {
    const made = [built, called, thrown].flatMap((examples) => Object.keys(examples));
    const written = explanations.filter(({ files }) => Object.keys(files).length > 0);
    const all = [...written.map(({ code }) => code), ...made, ...unmade];
    expect(all.sort()).toEqual(Object.keys(summaries).sort());
  });
});

describe('the example of', () => {
  const isThrown = (code: string) => Object.hasOwn(userErrorCodes, code);
  const written = explanations.filter(({ files }) => Object.keys(files).length > 0);

  it.each(written.filter(({ code }) => !isThrown(code)))('$code has it', async (explanation) => {
    const { code, files } = explanation;
    const root = await copySound();
    await writeFiles(root, files);
    expectOnly(await check(root), code, Object.keys(files));
  });

  it.each(Object.entries(built))('%s, built here, has it', async (code, build) => {
    const root = await copySound();
    await build(root);
    const files = ['issues/2026-11.yaml', 'templates/default/tokens.json'];
    expectOnly(await check(root), code, files);
  });

  it.each(Object.entries(called))('%s has it', async (code, call) => {
    expect(await call(await copySound())).toEqual([code]);
  });

  it.each(Object.entries(thrown))('%s ends the command', async (code, act) => {
    const root = await copySound();
    await expect((async () => await act(root))()).rejects.toMatchObject({ code });
  });

  it.each(written.filter(({ code }) => isThrown(code)))(
    '$code, a file, ends the command',
    async ({ code, files }) => {
      const root = await copySound();
      await writeFiles(root, files);
      await expect(check(root)).rejects.toMatchObject({ code });
    },
  );
});

function issueIn(root: string): string {
  return join(root, 'issues/2026-11.yaml');
}

/** Writes an issue with a picture. */
async function writePicture(root: string, bytes: string | Uint8Array): Promise<void> {
  await writeFiles(root, {
    'issues/2026-11.yaml': smallIssue(2, '![A table](table.png)'),
    'issues/table.png': bytes,
  });
}

async function copySound(): Promise<string> {
  const root = join(folder(), String(copies++));
  await cp(join(folder(), 'sound'), root, { recursive: true });
  return root;
}

async function check(root: string, slugs: readonly string[] = []): Promise<readonly Diagnostic[]> {
  const { signal } = new AbortController();
  return (await checkIssues(workspaceAt(root), slugs, signal)).diagnostics;
}

async function codesOfSource(file: string, timeoutMs: number): Promise<readonly string[]> {
  const read = await readSource(file, { modules: {}, cache: createMemoryStore(), timeoutMs });
  return read.ok ? [] : read.problems.map(({ problem }) => problem.code);
}

/** Expects the one code, in one of the files, at a place if it can have one. */
function expectOnly(found: readonly Diagnostic[], code: string, files: readonly string[]): void {
  expect([...new Set(found.map((diagnostic) => diagnostic.code))]).toEqual([code]);
  for (const { file, line, message, severity } of found) {
    expect(files).toContain(file);
    expect(line === null).toBe(placeless.includes(code));
    expect(message).not.toBe('');
    // The config can say how much a warning counts.
    expect(severity === 'warning').toBe(warningCodes.some((one) => one === code));
  }
}
