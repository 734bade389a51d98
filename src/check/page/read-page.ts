import { Parser } from 'htmlparser2';
import type { Page, PageElement, PageText } from './page.ts';

/** Takes the HTML of a letter apart. The only file that loads the parser: import it when needed. */
export function readPage(html: string): Page {
  const elements: PageElement[] = [];
  const styles: PageText[] = [];
  const open: (Building | null)[] = [];
  let hidesFromOutlook = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const around = open.findLast((one) => one !== null) ?? null;
        const path = attributes['data-path'] ?? null;
        // It is there for nothing but its path, where the element around it can't have one.
        if (name === 'span' && path !== null && Object.keys(attributes).length === 1) {
          if (around !== null) around.path ??= path;
          open.push(null);
          return;
        }
        const start = parser.startIndex;
        const parent = around;
        const element = { name, attributes, parent, text: '', start, path, hidesFromOutlook };
        open.push(element);
        elements.push(element);
      },
      ontext(text) {
        for (const element of open) if (element !== null) element.text += text;
      },
      onclosetag() {
        const element = open.pop();
        if (element?.name === 'style') styles.push({ text: element.text, hidesFromOutlook });
      },
      oncomment(comment) {
        if (/^\[if !mso\]><!$/.test(comment.trim())) hidesFromOutlook = true;
        if (comment.trim() === '<![endif]') hidesFromOutlook = false;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return { html, elements, styles };
}

// --- internal ---

type Building = { -readonly [Key in keyof PageElement]: PageElement[Key] };
