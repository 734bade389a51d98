import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { diagnosticJson, formatDiagnostic } from '../../../src/diagnostics/format.ts';

const diagnostic: Diagnostic = {
  code: 'invalid-url',
  severity: 'error',
  message: 'The link in sections[3].items[2].url is "www.example.com", which has no scheme.',
  hint: 'Write it as https://www.example.com.',
  file: 'issues/2026-11.yaml',
  line: 2,
  column: 6,
  endColumn: 21,
  path: 'sections[3].items[2].url',
};

describe('formatDiagnostic', () => {
  it('writes place, code, what happened, the frame and what to do', () => {
    expect(formatDiagnostic(diagnostic, '- title: x\nurl: www.example.com\n'))
      .toMatchInlineSnapshot(`
      "issues/2026-11.yaml:2:6  error  invalid-url
        The link in sections[3].items[2].url is "www.example.com", which has no scheme.
          1 | - title: x
        > 2 | url: www.example.com
            |      ^^^^^^^^^^^^^^^
          3 |
        Write it as https://www.example.com."
    `);
  });

  it('does without a frame where there is no place or no source', () => {
    const whole = { ...diagnostic, line: null, column: null, endColumn: null, hint: undefined };
    expect(formatDiagnostic(whole, 'text')).toBe(
      `issues/2026-11.yaml  error  invalid-url\n  ${diagnostic.message}`,
    );
    expect(formatDiagnostic(diagnostic, null)).not.toContain('|');
  });
});

describe('a report', () => {
  it('shows no character that moves the cursor or turns the line', () => {
    const text = 'a\u001b[31mb\r\nc\u0085d\u202ee\u2028f';
    const hostile = { ...diagnostic, message: text, hint: text, file: text };
    const shown = formatDiagnostic(hostile, `url: ${text}`).replaceAll('\n', '');
    expect(shown).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(shown).toContain('a\uFFFD[31mb\uFFFD\uFFFDc');
  });
});

describe('diagnosticJson', () => {
  it('has exactly the fields of the contract', () => {
    expect(Object.keys(diagnosticJson(diagnostic))).toEqual([
      'code',
      'severity',
      'message',
      'hint',
      'file',
      'line',
      'column',
      'path',
    ]);
    expect(diagnosticJson({ ...diagnostic, hint: undefined })).not.toHaveProperty('hint');
  });
});
