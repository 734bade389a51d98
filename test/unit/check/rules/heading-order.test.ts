import { describe, expect, it } from 'vitest';
import { headingOrder } from '../../../../src/check/rules/heading-order.ts';
import { markedInProse, runExample } from '../../../support/rule-examples.ts';

const titled = (rest: string) => ({
  templates: { 'layouts/masthead.mjml.hbs': `<p>{{number}}</p>\n${rest}` },
});

describe('the rule heading-order', () => {
  it.each([
    '## A\n\n### B\n\n## C\n\n### D',
    '#### A\n\nSome.\n\n##### B',
    'A\n=\n\nB\n-\n\n### C',
    '### A\n\n# B\n\n## C',
    '```\n# A\n\n### B\n```',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(headingOrder, prose)).toEqual([]);
  });

  it.each([
    ['# A\n\n### B #', 'B'],
    ['A\n===\n\n### *Before* it', '*Before* it'],
    ['## A\n\n#### B\n\n##### C', 'B'],
  ])('marks in %j', async (prose, marked) => {
    const found = await markedInProse(headingOrder, prose);
    expect(found).toHaveLength(1);
    expect(marked).toContain(found[0]);
  });

  it('points at the template that skips, and says what stands there', async () => {
    const [found, ...others] = await runExample(headingOrder, titled('<h2>{{title}}</h2>'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      file: 'templates/default/layouts/masthead.mjml.hbs',
      line: 2,
      column: 1,
    });
    expect(found?.message).toContain('is an h2 and follows nothing');
  });

  it('is silent about a comment in a template', async () => {
    const found = await runExample(
      headingOrder,
      titled('{{!-- <h2> was here --}}<h1>{{title}}</h1>'),
    );
    expect(found).toEqual([]);
  });
});
