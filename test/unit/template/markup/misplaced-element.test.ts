import { expect, test } from 'vitest';
import { problemsOf } from '../../../support/compile-fixture.ts';
import { letterOf } from '../../../support/theme.ts';

/* MJML in a template that is included where HTML stands. */

const body =
  '<mj-section><mj-column>{{#if shown}}<mj-text>a {{> blocks/inner}} b</mj-text>{{/if}}</mj-column></mj-section>';

test.each([
  ['whole elements', '<p>x</p><mj-divider /><mj-spacer />', 9],
  ['a section', '<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>', 1],
  ['an element that is not closed', '<mj-text>x', 1],
  ['the end tag of the element around it', 'x</mj-text>', 2],
])('%s: told once, in that template, and no other is blamed', async (_, inner, column) => {
  const problems = await problemsOf(letterOf(body, { 'blocks/inner.mjml.hbs': inner }));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    code: 'misplaced-element',
    place: { file: '/theme/blocks/inner.mjml.hbs', line: 1, column },
  });
});
