import { issueContents } from '../../issue/contents.ts';
import type { Section } from '../../issue/schema.ts';
import type { RenderInput } from '../render-input.ts';
import type { BodyView, PartView, SectionView } from '../view-schema.ts';
import { fitPicture } from './picture.ts';
import { columnWidth } from './section.ts';

/**
 * Puts neighbouring sections into parts that share one MJML section: each costs a kilobyte. A
 * sponsor has a part of its own. Outlook for Windows cuts a table like a page, every 23.7 inches
 * (some 1,790 px). Text goes on below the cut, but a picture on it moves down whole and leaves a
 * gap of up to its height: a section with pictures stands above the first cut of its part.
 */
export function viewParts(views: readonly SectionView[], input: RenderInput): readonly PartView[] {
  const parts: { sponsor: PartView['sponsor']; rows: Row[] }[] = [];
  let room = 0;
  input.issue.sections.forEach((section, index) => {
    const view = views[index];
    if (view === undefined) return;
    if (view.sponsor !== null) {
      parts.push({ sponsor: view.sponsor, rows: [] });
      return;
    }
    const { height, hasPictures } = measure(section, input);
    const last = parts.at(-1);
    if (last?.sponsor === null && (height <= room || !hasPictures)) {
      addSection(last.rows, view);
      room -= height;
    } else {
      const rows: Row[] = [];
      addSection(rows, view);
      parts.push({ sponsor: null, rows });
      room = highest - height;
    }
  });
  return parts;
}

// --- internal ---

type Stretch = PartView['rows'][number]['stretches'][number];

interface Row {
  readonly button: PartView['rows'][number]['button'];
  readonly stretches: Stretch[];
}

/** Well under Outlook's limit, since the height is an estimate. CSS pixels. */
const highest = 1400;

/** Adds what the section writes to the row of text there is, and its buttons and what follows. */
function addSection(rows: Row[], view: SectionView): void {
  addStretch(rows, { ...emptyStretch, opens: view });
  for (const { button, run } of bodyOf(view)?.rest ?? []) {
    rows.push({ button, stretches: [] });
    if (run.length > 0) addStretch(rows, { ...emptyStretch, run });
  }
  if (view.signOff !== null) addStretch(rows, { ...emptyStretch, closes: view.signOff });
}

function addStretch(rows: Row[], stretch: Stretch): void {
  const last = rows.at(-1);
  if (last?.button === null) last.stretches.push(stretch);
  else rows.push({ button: null, stretches: [stretch] });
}

const emptyStretch: Stretch = { opens: null, run: [], closes: null };

function bodyOf({ intro, workingOn, topic, signOff }: SectionView): BodyView | undefined {
  return (intro ?? workingOn ?? topic ?? signOff)?.body;
}

/**
 * The height in CSS pixels, from the letters, the lines of code and the pictures. As a picture in
 * Markdown counts whatever looks like one.
 */
function measure(
  section: Section,
  input: RenderInput,
): { readonly height: number; readonly hasPictures: boolean } {
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
  return {
    height: letters * perLetter + lines.length * headingSize * 2 + code + pictures,
    hasPictures: images.length > 0 || markdown.some(({ text }) => text.includes('![')),
  };
}
