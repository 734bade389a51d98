import { expect, it } from 'vitest';
import type { IssueRow } from '../../../../src/preview/model.ts';
import { filterIssues } from '../../../../src/preview/page/filter-issues.ts';

const row: IssueRow = {
  slug: '2026-11',
  file: 'issues/2026-11/issue.ts',
  facts: {
    number: 11,
    date: '2026-11-02',
    subject: 'What is in an email?',
    status: 'draft',
    words: 1,
    minutes: 1,
    encodedBytes: 1,
  },
  errors: 0,
  warnings: 0,
  version: 1,
};

it.each(['', '  ', 'EMAIL', '#11', 'draft what', '2026-11-02'])('%o finds the issue', (typed) => {
  expect(filterIssues([row], typed)).toEqual([row]);
});

it.each(['sent', 'email tale', '#12'])('%o does not', (typed) => {
  expect(filterIssues([row], typed)).toEqual([]);
});

it('finds by its slug an issue that was not read yet', () => {
  expect(filterIssues([{ ...row, facts: null }], '2026-11')).toHaveLength(1);
  expect(filterIssues([{ ...row, facts: null }], 'email')).toEqual([]);
});
