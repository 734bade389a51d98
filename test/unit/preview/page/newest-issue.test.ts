import { describe, expect, it } from 'vitest';
import type { IssueRow, PreviewState } from '../../../../src/preview/model.ts';
import { newestIssue } from '../../../../src/preview/page/newest-issue.ts';
import { shownError } from '../../../support/shown-diagnostics.ts';

/** A row; without a date, one that was not read yet. */
function row(slug: string, date?: string, number = 1): IssueRow {
  const rest = { subject: slug, status: 'draft', words: 1, minutes: 1, encodedBytes: 1 } as const;
  const facts = date === undefined ? null : { number, date, ...rest };
  const version = date === undefined ? 0 : 1;
  return { slug, file: `issues/${slug}.yaml`, facts, errors: 0, warnings: 0, version };
}

function newestOf(...issues: readonly IssueRow[]): string | null {
  return newestIssue(stateOf(issues));
}

function stateOf(issues: readonly IssueRow[]): PreviewState {
  return {
    instance: 'one',
    token: 'token',
    publication: 'Test Letter',
    language: 'en',
    issues,
    diagnostics: [],
    cannotSend: null,
    sendsToOutbox: true,
    send: null,
  };
}

describe('the newest issue', () => {
  it('is told by its date, then by its number, wherever it stands in the list', () => {
    expect(newestOf(row('winter', '2026-01-02'), row('autumn', '2026-11-02'))).toBe('autumn');
    const [first, second] = [row('b', '2026-11-02', 1), row('a', '2026-11-02', 2)];
    expect(newestOf(first, second)).toBe('a');
    expect(newestOf()).toBeNull();
  });

  it('is known at once where names begin with the date', () => {
    expect(newestOf(row('2026-10'), row('2026-11-02-autumn'))).toBe('2026-11-02-autumn');
    expect(newestOf(row('autumn', '2026-10-02'), row('2026-11'))).toBe('2026-11');
  });

  it('is not known while a name hides the date of one that was not read', () => {
    expect(newestOf(row('autumn', '2026-11-02'), row('winter'))).toBeNull();
    expect(newestOf(row('2026-11', '2026-11-02'), row('2026-recap'))).toBeNull();
  });

  it('is not the one that could not be read, nor waited for while nothing can be', () => {
    const broken = { ...row('winter'), errors: 1, version: 2 };
    expect(newestOf(broken, row('autumn', '2026-11-02'))).toBe('autumn');
    const state = stateOf([row('winter'), row('autumn')]);
    expect(newestIssue({ ...state, diagnostics: [shownError] })).not.toBeNull();
  });
});
