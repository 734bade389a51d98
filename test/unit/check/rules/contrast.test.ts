import { describe, expect, it } from 'vitest';
import { contrast } from '../../../../src/check/rules/contrast.ts';
import { runExample } from '../../../support/rule-examples.ts';

const link = `- kind: topic
  heading: Steam
  body: Of [oak](https://a.example).`;
const run = (theme: string, issue = link) =>
  runExample(contrast, { issue, config: `theme: { ${theme} }` });

describe('the rule contrast', () => {
  it('is silent about the built-in theme, with all that has a colour', async () => {
    const issue = `- kind: topic
  body:
    - "Of [oak](https://a.example) and \`code\`.\\n\\n~~~ts\\nconst a: string = 'x'; // b\\n~~~"
    - { kind: callout, text: "Of [oak](https://a.example)." }
    - { kind: button, text: Oak, url: https://a.example }`;
    expect(await runExample(contrast, { issue })).toEqual([]);
  });

  it.each([
    ["accent: '#ff8c00'", 'in light'],
    ["darkAccent: '#0b57d0'", 'in dark mode'],
    ["text: '#999999'", 'in light'],
    ["secondary: '#8a8a8a'", 'in light'],
    // On a mid-grey, black passes, and its inverse does not.
    ["background: '#808080', text: '#000000'", 'turns'],
  ])('finds %s, and says where', async (theme, when) => {
    const found = await run(theme);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ message }) => message).join()).toContain(when);
    expect(found.every(({ path }) => path.startsWith('theme.'))).toBe(true);
  });

  it('says of one colour once what is worst', async () => {
    expect(await run("accent: '#fafafa'")).toHaveLength(1);
  });

  it('is silent about a colour that the issue does not show', async () => {
    const plain = '- kind: topic\n  heading: Steam\n  body: Of oak.';
    expect(await run("codeComment: '#eeeeee'", plain)).toEqual([]);
    expect(await run("onAccent: '#0b57d1'", plain)).toEqual([]);
  });

  it('points into tokens.json', async () => {
    const tokens = '{\n  "accent": "#ff8c00"\n}';
    const [found] = await runExample(contrast, {
      issue: link,
      templates: { 'tokens.json': tokens },
    });
    expect(found).toMatchObject({ file: 'templates/default/tokens.json', line: 2, column: 13 });
  });
});
