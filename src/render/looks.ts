import type { CodeHtmlOptions, MarkdownElement } from '../markdown/html-options.ts';
import type { Tokens } from './tokens.ts';

/** How Markdown looks: the inline styles and the classes that dark mode changes them by. */
export type Looks = Pick<CodeHtmlOptions, 'style' | 'classes' | 'codeStyles'>;

/** The way the lines of a publication run. */
export type Direction = 'ltr' | 'rtl';

/** Makes the looks of Markdown from a theme's tokens, for lines that run in a direction. */
export function createLooks(tokens: Tokens, direction: Direction): Looks {
  const styles = elementStyles(tokens, direction);
  const closing = closingStyles(styles);
  return {
    style: (element, last) => (last ? (closing[element] ?? styles[element]) : styles[element]),
    classes: { quote: 'q', codeCell: 'c', rule: 'b', footnotes: 't' },
    codeStyles: {
      comment: { style: `color:${tokens.codeComment}`, class: 'kc' },
      keyword: { style: `color:${tokens.codeKeyword}`, class: 'kk' },
      string: { style: `color:${tokens.codeString}`, class: 'ks' },
      number: { style: `color:${tokens.codeNumber}`, class: 'kn' },
      function: { style: `color:${tokens.codeFunction}`, class: 'kf' },
      type: { style: `color:${tokens.codeType}`, class: 'ky' },
      tag: { style: `color:${tokens.codeTag}`, class: 'kt' },
    },
  };
}

// --- internal ---

/** The same without the margin below, for what closes a box, an item or a quotation. */
function closingStyles(styles: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(styles).map(([element, style]) => {
    if (element === 'paragraph') return [element, 'margin:0'];
    const closed = style.replace(/^margin:(\S+) (\S+) [^;]+/, 'margin:$1 $2 0');
    return [element, closed.replace(/^margin:0 0 0/, 'margin:0')];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * Every topmost element has its margin below, so that what follows it keeps its distance, whatever
 * it is.
 */
function elementStyles(
  tokens: Tokens,
  direction: Direction,
): Readonly<Record<MarkdownElement, string>> {
  const { textSize, itemSize, codeSize, secondarySize, accent, rule, secondary } = tokens;
  const heading = (size: number) => `margin:24px 0 8px;font-size:${size}px`;
  const code = `font-family:${tokens.mono};font-size:${codeSize}px`;
  // Logical properties are too new for mail programs. Code runs from left to right everywhere.
  const isLtr = direction === 'ltr';
  const start = isLtr ? 'left' : 'right';
  const ltrText = isLtr ? '' : ';direction:ltr;unicode-bidi:embed';
  const ltrBlock = isLtr ? '' : ';direction:ltr;text-align:left';
  return {
    // The head's rule; without it, the margins of a plain page.
    paragraph: '',
    heading2: heading(itemSize),
    heading3: heading(itemSize),
    heading4: heading(textSize),
    heading5: heading(textSize),
    heading6: heading(textSize),
    link: `color:${accent}`,
    list: `margin:0 0 16px;padding-${start}:24px`,
    sublist: `margin:0;padding-${start}:24px`,
    item: 'margin:0 0 4px',
    quote: `margin:8px 0 24px;padding-${start}:16px;border-${start}:2px solid ${accent}`,
    code: `${code}${ltrText}`,
    codeBlock: 'margin:8px 0 24px;table-layout:fixed',
    codeCell: `padding:15px;background-color:${tokens.codeBackground};color:${tokens.text};line-height:1.5;word-wrap:break-word${ltrBlock}`,
    codeText: code,
    image: 'display:block;width:100%;height:auto',
    rule: `border:0;border-top:1px solid ${rule};margin:24px 0`,
    mark: 'font-size:13px;line-height:1',
    footnotes: `margin:0 0 16px;padding-${start}:24px;font-size:${secondarySize}px;color:${secondary}`,
    footnote: 'margin:0 0 4px',
  };
}
