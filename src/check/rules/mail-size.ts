import { encodedSize } from '../../mail/encoded-size.ts';
import type { CheckContext } from '../context.ts';
import { parsePath } from '../page/origin.ts';
import type { Rule } from '../rule.ts';

/** The HTML stays under the size that Gmail shows. */
export const mailSize: Rule = {
  name: 'mail-size',
  group: 'Clients',
  severity: 'warning',
  about: {
    why: 'Gmail cuts a letter off at about 102 KB of HTML: the end of it, with the link to unsubscribe, is behind "View entire message". You are told from 80 KB on, since an email service adds its own to every link. Measured is the HTML as it is sent, which is more than the file where letters are not Latin. Pictures do not count.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body: How planks are bent with steam.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - kind: code
      language: text
      code: "${'A plank, an hour of steam, a minute to bend it. '.repeat(1500)}"`,
    },
  },
  check: async (context) => {
    const size = encodedSize((await context.printed()).html);
    if (size <= high) return [];
    const [heaviest, ...others] = await weighSections(context);
    if (heaviest === undefined) return [];
    const shown = [heaviest, ...others.filter(({ bytes }) => bytes > size / 100)]
      .slice(0, 3)
      .map(({ name, bytes }) => `${name} ${kb(bytes)}`);
    const what =
      size > most
        ? 'and Gmail cuts it off at about 102 KB, with the link to unsubscribe'
        : 'near the 102 KB at which Gmail cuts it off';
    return [
      {
        message: `The HTML has ${kb(size)} as it is sent, ${what}. Most of it: ${shown.join(', ')}.`,
        hint: 'Shorten what weighs most, or link to a page with the rest.',
        path: ['sections', heaviest.index],
        at: 'key',
      },
    ];
  },
};

// --- internal ---

/** Gmail's 102 KB are somewhere between 100 and 105: others measured them. */
const most = 100 * 1024;
const high = 80 * 1024;

interface Weight {
  readonly index: number;
  readonly name: string;
  readonly bytes: number;
}

/** The sections, the heaviest first: each goes from its first element to that of the next. */
async function weighSections(context: CheckContext): Promise<readonly Weight[]> {
  const { html, elements } = await context.traced();
  const starts: { readonly index: number; readonly start: number }[] = [];
  for (const { path, start } of elements) {
    const [key, index] = parsePath(path ?? '');
    if (key !== 'sections' || typeof index !== 'number' || starts.at(-1)?.index === index) continue;
    starts.push({ index, start });
  }
  const bytes = new Map<number, number>();
  starts.forEach(({ index, start }, at) => {
    const own = html.slice(start, starts[at + 1]?.start).replace(/ data-path="[^"]*"/g, '');
    bytes.set(index, (bytes.get(index) ?? 0) + encodedSize(own));
  });
  return [...bytes]
    .map(([index, weight]) => ({ index, bytes: weight, name: nameOf(context, index) }))
    .sort((a, b) => b.bytes - a.bytes);
}

function nameOf({ issue }: CheckContext, index: number): string {
  const section = issue.sections[index];
  if (section === undefined) return '';
  const heading = 'heading' in section ? section.heading : undefined;
  return heading === undefined ? section.kind : `"${heading}"`;
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
