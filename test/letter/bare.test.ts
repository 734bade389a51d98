import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ElementReport, OverflowReport, TextRun } from '../support/browser.ts';
import { ask, useBrowser, withoutPictures, withPictures } from '../support/browser.ts';
import { printLetters } from '../support/letters.ts';

/* The letter after a mail program has taken its pictures, its style sheets or all its styles. */

const letters = await printLetters();
const open = useBrowser();

const cases = letters.flatMap(([name, letter]) =>
  [320, 600].map((width) => ({ name, letter, width })),
);

describe.each(cases)('$name at $width px', ({ letter, width }) => {
  const shown = withPictures(letter);
  let texts: readonly string[] = [];
  beforeAll(async () => {
    texts = await textsOf(await open(shown, { width }));
  });

  test('fits without pictures, with their words in their places', async () => {
    const page = await open(withoutPictures(letter), { width });
    const overflow = await ask<OverflowReport>(page, 'overflow');
    expect(overflow).toMatchObject({ document: width, beyond: [] });
    const elements = await ask<readonly ElementReport[]>(page, 'elements');
    const images = elements.filter(
      ({ tag, attributes }) => tag === 'img' && attributes['alt'] !== '',
    );
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter(({ box }) => box.width < 16 || box.height < 16)).toEqual([]);
  });

  test('fits without style sheets, and says the same', async () => {
    const page = await open(withoutSheets(shown), { width });
    const overflow = await ask<OverflowReport>(page, 'overflow');
    expect(overflow).toMatchObject({ document: width, beyond: [] });
    expect(await textsOf(page)).toEqual(texts);
  });

  test('fits without style sheets and without pictures', async () => {
    const page = await open(withoutSheets(withoutPictures(letter)), { width });
    const overflow = await ask<OverflowReport>(page, 'overflow');
    expect(overflow).toMatchObject({ document: width, beyond: [] });
  });

  test('says the same without any style, after its preheader', async () => {
    const bare = await textsOf(await open(withoutStyles(shown), { width }));
    const { preheader, publication } = letter.view;
    expect(bare[0]).toBe(preheader);
    expect(bare.slice(bare.indexOf(publication.name))).toEqual(texts);
  });
});

describe.each(letters.filter(([name]) => name.startsWith('2026')))('%s', (_, letter) => {
  test('fits without any style into a window wider than its pictures', async () => {
    const page = await open(withoutStyles(withPictures(letter)), { width: 640 });
    expect((await ask<OverflowReport>(page, 'overflow')).document).toBe(640);
  });

  test('looks like a letter without style sheets: the sizes and colours are its own', async () => {
    const looks = async (html: string) => {
      const runs = await ask<readonly TextRun[]>(await open(html, { width: 1000 }), 'textRuns');
      return runs.map(({ text, size, color, backgrounds, inside }) => {
        // Code in a line is told by its font: its colours are the sheet's.
        const inLine = inside[0] === 'code' && inside[1] !== 'td';
        return inLine ? { text, size } : { text, size, color, backgrounds };
      });
    };
    const shown = withPictures(letter);
    expect(await looks(withoutSheets(shown))).toEqual(await looks(shown));
  });
});

// --- internal ---

function withoutSheets(html: string): string {
  return html.replace(/<style[^>]*>[^]*?<\/style>/g, '');
}

function withoutStyles(html: string): string {
  return withoutSheets(html).replace(/ style="[^"]*"/g, '');
}

async function textsOf(page: Page): Promise<readonly string[]> {
  return (await ask<readonly TextRun[]>(page, 'textRuns')).map(({ text }) => text);
}
