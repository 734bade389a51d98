import { describe, expect, it } from 'vitest';
import { subjectLength } from '../../../../src/check/rules/subject-length.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule subject-length', () => {
  it.each([
    'subject: Fifty characters of a subject, when counted by ten',
    'subject: 日本語の件名は二十五文字まで大丈夫です',
  ])('is silent about %j', async (issue) => {
    expect(await markedIn(subjectLength, { issue })).toEqual([]);
  });

  it.each([
    [
      'subject: Fifty-one characters of a subject, when counted by 1',
      'Fifty-one characters of a subject, when counted by 1',
    ],
  ])('marks in %j', async (issue, ...marked) => {
    expect(await markedIn(subjectLength, { issue })).toEqual(marked);
  });
});
