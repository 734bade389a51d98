import { describe, expect, it } from 'vitest';
import { styleLimit } from '../../../../src/check/rules/style-limit.ts';
import { runExample } from '../../../support/rule-examples.ts';

const file = 'layouts/masthead.mjml.hbs';

describe('the rule style-limit', () => {
  it('counts all style sheets together', async () => {
    const css = (bytes: number) => `<style>${'.a{color:#000000}'.repeat(bytes / 17)}</style>`;
    const run = (bytes: number) =>
      runExample(styleLimit, { templates: { [file]: `${css(bytes)}<h1>{{title}}</h1>` } });
    expect(await run(1700)).toEqual([]);
    const [found, ...others] = await run(17_000);
    expect(others).toEqual([]);
    expect(found?.message).toMatch(/^The style sheets have \d{5} characters together; Gmail/);
    expect(found?.file).toBe(`templates/default/${file}`);
  });

  it('points at the at-rule around the other', async () => {
    const html =
      '<h1>{{title}}</h1>\n<style>.a { color: #000000 }\n@media print { @font-face { font-family: A } }</style>';
    const [found] = await runExample(styleLimit, { templates: { [file]: html } });
    expect(found).toMatchObject({ file: `templates/default/${file}`, line: 3, column: 1 });
    expect(found?.message).toContain('@font-face stands inside another at-rule');
  });
});
