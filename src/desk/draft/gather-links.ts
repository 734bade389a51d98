import type { Body } from '../../issue/schema.ts';

/** The links of a Markdown text, as a parser gives them. */
export type ParseMarkdown = (text: string) => {
  readonly links: readonly { readonly url: string; readonly text: string }[];
};

export interface FoundLink {
  readonly title: string;
  readonly url: string;
}

/** Where a body leads: the links of its prose and of its blocks, in their order. */
export function gatherLinks(body: Body, parse: ParseMarkdown): readonly FoundLink[] {
  const parts = typeof body === 'string' ? [body] : body;
  return parts.flatMap((part): readonly FoundLink[] => {
    if (typeof part === 'string') return proseLinks(part, parse);
    switch (part.kind) {
      case 'links':
        return part.cards.flatMap(({ title, url, note }) => [
          { title, url },
          ...proseLinks(note, parse),
        ]);
      case 'video':
        return [{ title: part.title, url: part.url }];
      case 'button':
        return [{ title: part.text, url: part.url }];
      case 'post':
        return [{ title: part.author, url: part.url }, ...proseLinks(part.text, parse)];
      case 'quote':
        return [
          ...(part.url === undefined ? [] : [{ title: part.by ?? part.url, url: part.url }]),
          ...proseLinks(part.text, parse),
        ];
      case 'image': {
        const { href, caption = part.alt } = part;
        return href === undefined ? [] : [{ title: caption === '' ? href : caption, url: href }];
      }
      case 'callout':
        return proseLinks(part.text, parse);
      case 'code':
        return [];
    }
  });
}

// --- internal ---

function proseLinks(text: string | undefined, parse: ParseMarkdown): readonly FoundLink[] {
  if (text === undefined) return [];
  return parse(text).links.map(({ url, text: words }) => {
    const title = words.replace(/\s+/g, ' ').trim();
    return { title: title === '' ? url : title, url };
  });
}
