import * as z from 'zod';
import { compileTheme, type CompileOptions } from '../../src/template/compile.ts';
import { loadProgram, type Program, type TextHelpers } from '../../src/template/program/program.ts';
import type { TemplateProblem } from '../../src/template/problem.ts';
import type { TemplateSet } from '../../src/template/template-set.ts';
import { escapeHtml } from '../../src/text/escape-html.ts';

/** A view with a field of every kind. */
export const fixtureShape = z.object({
  title: z.string(),
  url: z.string(),
  note: z.string().nullable(),
  body: z.string().meta({ html: true }),
  count: z.number(),
  shown: z.boolean(),
  tags: z.array(z.string()),
  author: z.object({ name: z.string(), url: z.string() }),
  sponsor: z.object({ name: z.string(), body: z.string().meta({ html: true }) }).nullable(),
  items: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      url: z.string(),
      note: z.string().nullable(),
      body: z.string().meta({ html: true }),
      tags: z.array(z.string()),
    }),
  ),
});

export const fixtureTokens = {
  accent: '#0b57d0',
  pad: 24,
  font: "'Inter', sans-serif",
  dark: { text: '#eeeeee' },
};

/** `{{shout title mark="!"}}` */
export const fixtureHelpers: TextHelpers = {
  shout: ([text], { mark = '' }) => `${String(text).toUpperCase()}${String(mark)}`,
};

/** A view that has something of everything. */
export const fixtureView: z.output<typeof fixtureShape> = {
  title: 'Tom & Jerry',
  url: 'https://example.com/?a=1&b=2',
  note: null,
  body: '<p>Hello</p>',
  count: 2,
  shown: true,
  tags: ['a', 'b'],
  author: { name: 'Ada', url: 'https://ada.example' },
  sponsor: null,
  items: [
    {
      path: 'items[0]',
      title: 'One',
      url: 'https://one.example',
      note: 'A note',
      body: '<b>1</b>',
      tags: ['x'],
    },
    {
      path: 'items[1]',
      title: 'Two',
      url: 'https://two.example',
      note: null,
      body: '<b>2</b>',
      tags: [],
    },
  ],
};

const defaults: CompileOptions = {
  shape: fixtureShape,
  tokens: fixtureTokens,
  textHelpers: fixtureHelpers,
};

/** Compiles a theme that must be sound, and makes it callable. */
export async function programOf(
  set: TemplateSet,
  options: Partial<CompileOptions> = {},
): Promise<Program> {
  const result = await compileTheme(set, { ...defaults, ...options });
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return loadProgram(result.theme, { escape: escapeHtml, textHelpers: fixtureHelpers });
}

/** The problems of a theme, warnings too. */
export async function problemsOf(
  set: TemplateSet,
  options: Partial<CompileOptions> = {},
): Promise<readonly TemplateProblem[]> {
  const result = await compileTheme(set, { ...defaults, ...options });
  return result.ok ? result.warnings : result.problems;
}

/** `blocks/a.mjml.hbs:1:4-9 unknown-value` */
export function describeProblem({ code, place }: TemplateProblem): string {
  const file = place.file.replace('/theme/', '');
  return `${file}:${place.line}:${place.column}-${place.endColumn} ${code}`;
}
