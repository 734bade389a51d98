import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../../src/diagnostics/format-github.ts';

const diagnostic: Diagnostic = {
  code: 'invalid-url',
  severity: 'error',
  message: 'The link is "a%20b", which has no scheme.',
  hint: 'Write it as https://a%20b',
  file: 'issues/2026-11.yaml',
  line: 8,
  column: 5,
  endColumn: 11,
  path: 'sections[0].body',
};

describe('an annotation', () => {
  it('is one line with the place, the code, the message and the hint', () => {
    expect(formatGithub(diagnostic)).toBe(
      '::error file=issues/2026-11.yaml,line=8,col=5,endColumn=11,title=invalid-url' +
        '::The link is "a%2520b", which has no scheme.%0AWrite it as https://a%2520b',
    );
  });

  it('names the file from the root of the repository', () => {
    expect(formatGithub(diagnostic, 'my/letter/')).toContain('file=my/letter/issues/2026-11.yaml,');
  });

  it('is a warning without a hint, or without a place, where there is none', () => {
    const nowhere = { line: null, column: null, endColumn: null };
    const bare = { ...diagnostic, ...nowhere, message: 'No.', hint: undefined };
    expect(formatGithub({ ...bare, severity: 'warning' })).toBe(
      '::warning file=issues/2026-11.yaml,title=invalid-url::No.',
    );
  });

  it("can't be ended, or another begun, by what an author writes", () => {
    const file = 'issues/a,b:c%\n::error::x.yaml';
    const message = 'one\r\n::warning file=x::two\u2028three\u001b[31m';
    const written = formatGithub({ ...diagnostic, file, message });
    expect(written).toContain('file=issues/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.yaml,line=8');
    expect(written).toContain('::one\uFFFD\uFFFD::warning file=x::two\uFFFDthree\uFFFD[31m%0A');
    expect(written.split(/\r|\n/)).toHaveLength(1);
  });
});
