/*
 * All that it takes to make an issue. It is loaded in one piece, because each file more takes its
 * time to load, and only when there is an issue to make.
 */
export { createMarkdownParser } from '../markdown/parse-markdown.ts';
export { buildIssue } from './build-issue.ts';
export { compileTheme } from './compile-theme.ts';
export { prepareValue } from './prepare-value.ts';
export { prepareIssue, printIssue } from './print-issue.ts';
