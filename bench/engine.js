// What is measured in this process, taken from the source: bundled by load-engine.js.
import { checkWorkspace } from '../src/check/check-workspace.ts';
import { issueContents } from '../src/issue/contents.ts';
import { loadIssue } from '../src/issue/load-issue.ts';
import { readMarkdown } from '../src/issue/read-markdown.ts';
import { createMarkdownParser } from '../src/markdown/parse-markdown.ts';
import { loadSettings, openPress } from '../src/press/open-press.ts';
import { renderIssue } from '../src/render/render-issue.ts';
import { viewIssue } from '../src/render/view/issue-view.ts';
import { escapeHtml } from '../src/text/escape-html.ts';
import { listIssues } from '../src/workspace/list-issues.ts';
import { workspaceAt } from '../src/workspace/workspace.ts';
import { renderReference } from '../test/support/template-reference.ts';

/**
 * @typedef {object} Letter a letter that was loaded, with the two ways to render it
 * @property {(program: import('../src/template/program/program.ts').Program) => object} render
 *   parses its Markdown, and renders HTML and text
 * @property {() => Promise<string>} fill the theme's templates filled in with it: plain MJML
 */

/**
 * Opens the letters of a workspace, which have no pictures and no code.
 *
 * @param {string} root
 * @returns {Promise<Letter[]>}
 */
export async function openLetters(root) {
  const workspace = workspaceAt(root);
  const { settings } = await loadSettings(workspace);
  const { language, typography } = settings.publication;
  const parse = createMarkdownParser({ language, smart: typography });
  const { issues } = await listIssues(workspace);
  return Promise.all(issues.map((file) => openLetter(settings, parse, file)));
}

/** The compiled theme of a workspace. */
export async function openProgram(root) {
  const { settings } = await loadSettings(workspaceAt(root));
  const { press } = await openPress(settings);
  return press.program;
}

/**
 * Checks all issues of a workspace and gives the milliseconds that each rule took in all.
 *
 * @param {string} root
 * @returns {Promise<ReadonlyMap<string, number>>}
 */
export async function timeRules(root) {
  const { signal } = new AbortController();
  const clock = () => performance.now();
  const options = { slugs: [], today: '2026-11-01', clock, signal };
  return (await checkWorkspace(workspaceAt(root), options)).timings;
}

// --- internal ---

async function openLetter({ workspace, publication, theme, readOptions }, parse, file) {
  const { issue, source } = await loadIssue(workspace, file, readOptions);
  const input = () => {
    const markdown = readMarkdown(issueContents(source.value), parse);
    return {
      slug: file.slug,
      issue,
      publication,
      tokens: theme.tokens,
      markdown: markdown.markdown,
      words: markdown.words,
      highlight: () => null,
      picture: (url) => ({ url, width: null, height: null }),
      avatar: null,
      trace: false,
    };
  };
  return {
    render: (program) => renderIssue(program, input()),
    fill: () => renderReference(theme.templates, theme.tokens, escapeHtml, viewIssue(input())),
  };
}
