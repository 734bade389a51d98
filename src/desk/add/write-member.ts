import type { WriteMember } from '../../source/edit/member-style.ts';
import type { WrittenList } from '../../source/edit/written-list.ts';
import { formatTypeScript } from '../write/format-typescript.ts';

/**
 * How a value is written into a list of an issue's source, as its neighbours are. With `plain`,
 * sections in TypeScript are objects, not calls of their builders.
 */
export async function memberWriter(
  value: object,
  text: string,
  list: WrittenList,
  plain = false,
): Promise<WriteMember> {
  switch (list.format) {
    case 'typescript':
      return ({ indent, unit, inline, room }) => {
        const style = { indent, unit, quote: quoteOf(text), plain } as const;
        const short = formatTypeScript(value, { ...style, inline: true }).text;
        const fits = !short.includes('\n') && short.length < room;
        const isShort = neighboursAreShort(text, list) || (inline && !haveLines(text, list));
        return isShort && fits ? short : formatTypeScript(value, style).text;
      };
    case 'json':
      return ({ indent, unit, inline }) => {
        if (inline && !haveLines(text, list)) return JSON.stringify(value);
        return JSON.stringify(value, null, unit).replace(/\n/g, `\n${indent}`);
      };
    case 'yaml': {
      const { formatYaml, formatYamlInline } = await import('../write/format-yaml.ts');
      return list.isBlock ? (style) => formatYaml(value, style) : () => formatYamlInline(value);
    }
  }
}

// --- internal ---

/** As the file quotes what it imports. */
function quoteOf(text: string): "'" | '"' {
  return /\bfrom\s+"/.test(text) ? '"' : "'";
}

/** True for members as in `[{`, with lines of their own between the braces. */
function haveLines(text: string, { members }: WrittenList): boolean {
  return members.some(({ start, end }) => text.slice(start, end).includes('\n'));
}

function neighboursAreShort(text: string, { members }: WrittenList): boolean {
  const objects = members
    .map(({ start, end }) => text.slice(start, end))
    .filter((member) => /[{}]/.test(member));
  return objects.length > 0 && objects.every((object) => !object.includes('\n'));
}
