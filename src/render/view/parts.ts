import { issueContents } from '../../issue/contents.ts';
import type { Section } from '../../issue/schema.ts';
import type { RenderInput } from '../render-input.ts';
import type { PartView, SectionView } from '../view-schema.ts';
import { fitPicture } from './picture.ts';
import { columnWidth } from './section.ts';

/**
 * Puts neighbouring sections into parts that share one MJML section: each costs a kilobyte. A
 * sponsor has a part of its own, and no part is higher than Outlook for Windows bears: its engine
 * cuts a table of over 23.7 inches (some 1,790 px) like a page, which leaves a gap.
 */
export function viewParts(views: readonly SectionView[], input: RenderInput): readonly PartView[] {
  const parts: { sponsor: PartView['sponsor']; sections: SectionView[] }[] = [];
  let room = 0;
  input.issue.sections.forEach((section, index) => {
    const view = views[index];
    if (view === undefined) return;
    const height = estimateHeight(section, input);
    const last = parts.at(-1);
    if (view.sponsor !== null) {
      parts.push({ sponsor: view.sponsor, sections: [] });
      room = 0;
    } else if (last !== undefined && height <= room) {
      last.sections.push(view);
      room -= height;
    } else {
      parts.push({ sponsor: null, sections: [view] });
      room = highest - height;
    }
  });
  return parts;
}

// --- internal ---

/** Well under Outlook's limit, since the height is an estimate. CSS pixels. */
const highest = 1400;

/** From the letters, the lines of code and the pictures, in CSS pixels. */
function estimateHeight(section: Section, input: RenderInput): number {
  const { markdown, lines, images, codes } = issueContents({ sections: [section] });
  const { textSize, lineHeight, headingSize } = input.tokens;
  const line = textSize * lineHeight;
  // A letter is about half as wide as it is high, and paragraphs leave lines unfinished.
  const perLetter = ((line * textSize) / columnWidth(input)) * 0.6;
  const letters = markdown.reduce((sum, { text }) => sum + text.length, 0);
  const code = codes.reduce((sum, { text }) => sum + text.split('\n').length * line, 0);
  const pictures = images.reduce(
    (sum, { text }) => sum + (fitPicture(input.picture(text), columnWidth(input)).height ?? 400),
    0,
  );
  return letters * perLetter + lines.length * headingSize * 2 + code + pictures;
}
