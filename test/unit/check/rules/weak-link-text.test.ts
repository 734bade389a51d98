import { describe, expect, it } from 'vitest';
import { weakLinkText } from '../../../../src/check/rules/weak-link-text.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule weak-link-text', () => {
  it.each([
    '[How oak bends](https://a.example/b)',
    '<https://a.example/b>',
    'https://a.example/b',
    '[![A plank](https://a.example/p.png)](https://a.example/b)',
    '[`here`](https://a.example/b)',
    '[here is how oak bends](https://a.example/b)',
    '[Version 2](https://a.example/b)',
    'Look back at [2023](https://a.example/b) and [5.4.1](https://a.example/c).',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(weakLinkText, prose)).toEqual([]);
  });

  it.each([
    ['Click [here](https://a.example/b).', 'here'],
    ['[Read more…](https://a.example/b)', 'Read more…'],
    ['[Learn more](https://a.example/b)', 'Learn more'],
    ['In [#264](https://a.example/b).', '#264'],
    ['Oak bends [1](https://a.example/b).', '1'],
    ['Oak bends [*this*](https://a.example/b).', 'this'],
    ['Oak [→](https://a.example/b)', '→'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(weakLinkText, prose)).toEqual(marked);
  });

  it('looks at buttons, too', async () => {
    const issue = `
- kind: topic
  heading: Planks
  body:
    - { kind: button, text: Click here, url: https://a.example/b }
    - { kind: button, text: See the planks, url: https://a.example/c }`;
    expect(await markedIn(weakLinkText, { issue })).toEqual(['Click here']);
  });

  it('leaves the words of other languages alone, but not signs', async () => {
    const prose = '[here](https://a.example/b) [2](https://a.example/c)';
    expect(await markedInProse(weakLinkText, prose, 'language: da')).toEqual(['2']);
  });
});
