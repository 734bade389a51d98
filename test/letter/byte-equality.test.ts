import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textHelpers } from '../../src/render/text-helpers.ts';
import { viewSchema } from '../../src/render/view-schema.ts';
import { compileTheme } from '../../src/template/compile.ts';
import type { Program } from '../../src/template/program/program.ts';
import { loadProgram } from '../../src/template/program/program.ts';
import { escapeHtml } from '../../src/text/escape-html.ts';
import { arbitraryIssue } from '../support/arbitrary-issue.ts';
import { fullConfig, pictures } from '../support/full-publication.ts';
import { goldenCases, printGolden } from '../support/golden-cases.ts';
import { printLetters } from '../support/letters.ts';
import type { Letter, Printer } from '../support/print-issue.ts';
import { letterOf, openPrinter } from '../support/print-issue.ts';
import { renderReference } from '../support/template-reference.ts';

/* A theme compiled once gives what MJML gives for the filled-in templates, byte for byte. */

const letters = await printLetters();
const programs = new Map<string, Program>();

describe('before it is made smaller, a letter is the same in both orders', () => {
  test.each(letters)('for %s', async (_, letter) => {
    await expectSame(letter);
  });

  test.each(goldenCases())('for the golden letter %s', async (name) => {
    const { letter, diagnostics } = await printGolden(name);
    if (letter === null) expect(diagnostics.length).toBeGreaterThan(0);
    else await expectSame(letter);
  });
});

describe('for issues of every kind, made of texts that want to be markup,', () => {
  let root = '';
  let print: Printer;
  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'galley-letter-')));
    const avatar = join(root, fullConfig.author.avatar ?? '');
    await mkdir(dirname(avatar), { recursive: true });
    await writeFile(avatar, pictures['tall.png']);
    await writeFile(join(root, 'newsletter.config.json'), JSON.stringify(fullConfig));
    print = await openPrinter(root);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('both orders give the same letter, and the smaller one the same words', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryIssue(), async (issue) => {
        const file = join(root, 'issues', 'one', 'issue.json');
        await writeFile(file, JSON.stringify(issue));
        const letter = letterOf(await print({ slug: 'one', file }));
        const full = await expectSame(letter);
        expect(wordsOf(letter.html)).toBe(wordsOf(full));
        // Nothing that an author writes becomes a tag or a comment.
        expect(namesOf(letter.html).filter((name) => !ours.has(name))).toEqual([]);
      }),
      { numRuns: 40, seed: 20261102 },
    );
  });
});

// --- internal ---

/** Expects both orders to agree, and gives the letter. */
async function expectSame({ view, theme }: Letter): Promise<string> {
  const html = (await programOf(theme)).html(view);
  expect(html).toBe(await renderReference(theme.templates, theme.tokens, escapeHtml, view));
  return html;
}

async function programOf({ templates, tokens }: Letter['theme']): Promise<Program> {
  const key = JSON.stringify(tokens);
  const known = programs.get(key);
  if (known !== undefined) return known;
  const options = { shape: viewSchema, tokens, textHelpers, minify: false };
  const compiled = await compileTheme(templates, options);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  const program = loadProgram(compiled.theme, { escape: escapeHtml, textHelpers });
  programs.set(key, program);
  return program;
}

/** The tags and comments that the templates, MJML and Markdown write. */
const ours = new Set(
  [
    '!doctype !--> !--[if !--<![endif] ![endif] html head title meta style noscript xml',
    'o:OfficeDocumentSettings o:AllowPNG o:PixelsPerInch body div table tr td span a img br hr',
    'p h1 h2 h3 h4 h5 h6 ul ol li blockquote strong em s sup code',
  ]
    .join(' ')
    .split(' '),
);

function namesOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?(!--<!\[endif\]|!--\[if|!-->|!--|!\[endif\]|[^\s>/]*)/g)].map(
    ([, name = '']) => name,
  );
}

/** What stands between the tags of the body; white space beside them is nobody's. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
