import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { UserError } from '../../../../src/diagnostics/user-error.ts';
import {
  showDiagnostics,
  showUserError,
} from '../../../../src/preview/session/show-diagnostics.ts';
import { editorTemplates } from '../../../../src/workspace/editor-template.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

const problem: Diagnostic = {
  code: 'blank-text',
  severity: 'error',
  message: 'subject is blank.',
  file: 'issues/a b.yaml',
  line: 2,
  column: 10,
  endColumn: 12,
  path: 'subject',
};

describe('a shown diagnostic', () => {
  it('has a frame and a link, and nothing that is only for drawing them', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, { 'issues/a b.yaml': 'number: 1\nsubject: ""\n' });
    const shown = showDiagnostics(workspaceAt(root), editorTemplates.vscode, [problem]);
    expect(shown).toEqual([
      {
        code: 'blank-text',
        severity: 'error',
        message: 'subject is blank.',
        hint: undefined,
        file: 'issues/a b.yaml',
        line: 2,
        column: 10,
        path: 'subject',
        excerpt: '""',
        frame: ['  1 | number: 1', '> 2 | subject: ""', '    |          ^^', '  3 |'].join('\n'),
        editorUrl: `vscode://file${root}/issues/a%20b.yaml:2:10`,
      },
    ]);
  });

  it('has no frame where there is no text, no place, or too many before it', async () => {
    const root = await makeTempFolder();
    const show = (diagnostics: readonly Diagnostic[]) => {
      return showDiagnostics(workspaceAt(root), editorTemplates.vscode, diagnostics);
    };
    expect(show([problem])[0]?.frame).toBeNull();
    await writeFiles(root, { 'issues/a b.yaml': 'number: 1\nsubject: ""\n' });
    expect(show([{ ...problem, line: null, column: null }])[0]?.frame).toBeNull();
    const many = show(Array.from({ length: 300 }, () => problem));
    expect(many).toHaveLength(300);
    expect(many.filter(({ frame }) => frame !== null)).toHaveLength(100);
  });

  it('is also a wrong environment, which has neither file nor link', () => {
    const error = new UserError('missing-config', 'There is none.', 'Write one.');
    expect(showUserError(error)).toMatchObject({
      code: 'missing-config',
      severity: 'error',
      hint: 'Write one.',
      file: '',
      frame: null,
      editorUrl: null,
    });
  });
});
