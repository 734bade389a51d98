import { expect, test } from 'vitest';
import { loadProgram } from '../../../../src/template/program/program.ts';
import { compileTheme } from '../../../../src/template/compile.ts';
import { escapeHtml } from '../../../../src/text/escape-html.ts';
import {
  fixtureHelpers,
  fixtureShape,
  fixtureView,
  programOf,
} from '../../../support/compile-fixture.ts';
import { letterOf } from '../../../support/theme.ts';

const letter = (content: string) =>
  letterOf(`<mj-section><mj-column><mj-text>${content}</mj-text></mj-column></mj-section>`);

test('a compiled theme is plain data that can be loaded again', async () => {
  const options = { shape: fixtureShape, tokens: {}, textHelpers: fixtureHelpers };
  const result = await compileTheme(letter('{{title}}'), options);
  if (!result.ok) throw new Error('The theme is sound');
  const theme = JSON.parse(JSON.stringify(result.theme)) as typeof result.theme;
  const program = loadProgram(theme, { escape: escapeHtml, textHelpers: fixtureHelpers });
  expect(program.html(fixtureView)).toContain('>Tom &amp; Jerry</div>');
});

test('a text is escaped by the function that was passed in, in texts and attributes alike', async () => {
  const program = await programOf(letter('<a title="{{title}}">{{title}}</a>'));
  const html = program.html({ ...fixtureView, title: `"'<&=` });
  expect(html).toContain('<a title="&quot;&#39;&lt;&amp;=">&quot;&#39;&lt;&amp;=</a>');
});

test('what looks like a tag or a comment in the data is shown as written', async () => {
  const program = await programOf(letter('{{title}}{{author.name}}'));
  const title = '{{constructor}} {{url}} <!--[if mso]> </mj-text><mj-raw>';
  const html = program.html({ ...fixtureView, title });
  expect(html).toContain(
    '{{constructor}} {{url}} &lt;!--[if mso]&gt; &lt;/mj-text&gt;&lt;mj-raw&gt;Ada',
  );
});

test.each([
  '{{title}}',
  '{{#if title}}{{/if}}',
  '{{#each items}}{{/each}}',
  '{{author.name}}',
  '{{{body}}}',
])('a view without a value that the template was checked for is a bug: %s', async (template) => {
  const program = await programOf(letter(template));
  expect(() => program.html({ author: {} })).toThrow(/not defined/);
});

test('fields may have the names of helpers', async () => {
  const names = {
    shape: fixtureShape.extend({ each: fixtureShape.shape.title, log: fixtureShape.shape.body }),
  };
  const program = await programOf(letter('{{each}} {{{log}}}'), names);
  expect(program.html({ ...fixtureView, each: 'E', log: '<b>L</b>' })).toContain(
    '>E <b>L</b></div>',
  );
});
