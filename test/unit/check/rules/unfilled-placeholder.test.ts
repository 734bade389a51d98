import { describe, expect, it } from 'vitest';
import { unfilledPlaceholder } from '../../../../src/check/rules/unfilled-placeholder.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule unfilled-placeholder', () => {
  it.each([
    'See [the name](https://names.example).',
    '`{{name}}` and `[name]` are code.',
    'An array[0] and a [sic] and [1].',
    '50% of 100% is %.',
    'The type is string|URL|null, the length |x|.',
    'He said that "[last year] was long", [name withheld], [title changed], [full disclosure].',
    'Paste your text here, and the page reads it.',
    '> Dear [name], it said.',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(unfilledPlaceholder, prose)).toEqual([]);
  });

  it.each([
    ['Dear {{first_name}},', '{{first_name}}'],
    ['Dear [Name],', '[Name]'],
    ['Dear [your name here],', '[your name here]'],
    ['Dear [FIRST NAME],', '[FIRST NAME]'],
    ['Dear *|FNAME|*,', '|FNAME|'],
    ['Dear %FIRST_NAME%,', '%FIRST_NAME%'],
    ['Add your text here.', 'your text here'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(unfilledPlaceholder, prose)).toEqual(marked);
  });

  it('leaves merge tags to an email service that the config names', async () => {
    const config = "unsubscribe: { tag: '{{unsubscribe_url}}' }";
    const prose = 'Dear {{first_name}}, dear [name],';
    expect(await markedInProse(unfilledPlaceholder, prose, config)).toEqual(['[name]']);
  });
});
