import type { CheckContext } from '../context.ts';
import { originOf } from '../page/origin.ts';
import type { Finding, Rule } from '../rule.ts';

/** The headings go down step by step. */
export const headingOrder: Rule = {
  name: 'heading-order',
  group: "Reader's access",
  severity: 'warning',
  about: {
    why: 'Whoever has a letter read aloud goes through it by its headings: one that is two levels below the one before seems to have lost its parent. In Markdown, Galley closes the gap when it renders, so what you see in the source is not what is sent; in a template of your own it stays.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body: |
    ## The box

    Of oak.

    ### Its lid

    Of oak, too.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body: |
    ## The box

    Of oak.

    #### Its lid

    Of oak, too.`,
    },
  },
  check: async (context) => [...ofProse(context), ...(await ofTemplates(context))],
};

// --- internal ---

function ofProse({ texts, contents }: CheckContext): readonly Finding[] {
  const sources = new Map(contents.markdown.map(({ path, text }) => [path, text]));
  const before = new Map<string, number>();
  return texts.flatMap((text): readonly Finding[] => {
    const source = sources.get(text.path);
    if (text.kind !== 'heading' || text.isQuoted || source === undefined) return [];
    const piece = text.piece(0, text.text.length);
    const level = levelAt(source, piece);
    const key = text.path.join('.');
    const above = before.get(key);
    before.set(key, level);
    if (above === undefined || level <= above + 1) return [];
    const message = `The heading is of level ${level}, but the one above it of ${above}: it is sent as one level under that.`;
    const hint = `Begin it with ${'#'.repeat(above + 1)}.`;
    return [{ message, hint, path: text.path, piece }];
  });
}

/** By its number signs, else by the line under it. */
function levelAt(
  source: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): number {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const signs = /(#{1,6})[ \t]+[^#]*$/.exec(line)?.[1];
  if (signs !== undefined) return signs.length;
  const under = source.slice(offset + length).split('\n')[1] ?? '';
  return /^\s*=/.test(under) ? 1 : 2;
}

async function ofTemplates(context: CheckContext): Promise<readonly Finding[]> {
  const { elements } = await context.page();
  const findings: Finding[] = [];
  let above = 0;
  for (const element of elements) {
    const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
    if (level === 0) continue;
    const skips = level > above + 1;
    const before = above === 0 ? 'nothing' : `an h${above}`;
    above = level;
    if (!skips) continue;
    const message = `The heading "${element.text.trim()}" is an h${level} and follows ${before}.`;
    const hint = 'Use the level under the one above, and set its size by CSS.';
    const places = context.theme.find(new RegExp(`<h${level}\\b`, 'g'));
    const origin = await originOf(context, element);
    const place = places.length === 1 ? places[0] : (origin ?? places[0] ?? context.theme.whole);
    findings.push({ message, hint, path: [], ...place });
  }
  return findings;
}
