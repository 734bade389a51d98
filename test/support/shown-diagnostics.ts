import type { ShownDiagnostic } from '../../src/preview/model.ts';

/** An error as the page shows it. */
export const shownError: ShownDiagnostic = {
  code: 'invalid-url',
  severity: 'error',
  message: 'The link is "www.example.com", which has no scheme.',
  hint: 'Write it as https://www.example.com.',
  file: 'issues/2026-11/issue.ts',
  line: 41,
  column: 12,
  path: 'sections[3].items[2].url',
  excerpt: null,
  frame: '  40 |     title: More\n> 41 |     url: www.example.com\n     |          ^^^^^^^^^^^^^^^',
  editorUrl: 'vscode://file/letter/issues/2026-11/issue.ts:41:12',
};

/** A warning without a place. */
export const shownWarning: ShownDiagnostic = {
  code: 'invalid-url',
  severity: 'warning',
  message: 'Something could be better.',
  file: 'newsletter.config.ts',
  line: null,
  column: null,
  path: '',
  excerpt: null,
  frame: null,
  editorUrl: null,
};
