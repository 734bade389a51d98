import { describe, expect, test } from 'vitest';
import type { ElementReport, TextRun } from '../support/browser.ts';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import { hrefsOf } from '../support/html.ts';
import { printLetters } from '../support/letters.ts';

/* A reader of the page and a reader of the text get the same letter. */

const letters = await printLetters();
const open = useBrowser();

describe.each(letters)('the two halves of %s', (_, letter) => {
  const { html, text } = letter;

  test('lead to the same places', () => {
    const inHtml = new Set(hrefsOf(html));
    const inText = new Set([...addressesOf(text)]);
    expect(inHtml.size).toBeGreaterThan(10);
    const shown = (url: string) => inText.has(url) || text.includes(url.replace(/^mailto:/, ''));
    expect([...inHtml].filter((url) => !shown(url))).toEqual([]);
    expect([...inText].filter((url) => !inHtml.has(url))).toEqual([]);
  });

  test('say the same words', async () => {
    const page = await open(withPictures(letter), { width: 600 });
    const runs = await ask<readonly TextRun[]>(page, 'textRuns');
    const elements = await ask<readonly ElementReport[]>(page, 'elements');
    const attributes = (...names: readonly string[]) =>
      elements.flatMap((element) => names.flatMap((name) => element.attributes[name] ?? []));
    const seen = runs.map((run) => run.text);
    // A picture whose words stand beside it anyway says them once in the text.
    const described = attributes('alt').filter((alt) => !seen.some((run) => run.includes(alt)));
    const onPage = wordsOf([...seen, ...described, ...attributes('title')]);
    const inText = wordsOf([text]);
    expect(onPage.length).toBeGreaterThan(300);
    expect(missing(onPage, inText)).toEqual([]);

    // The text spells addresses out, numbers its lists and says what is a picture or an author.
    const spelled = wordsOf([...seen, ...attributes('alt', 'title', 'href')]);
    const prose = text
      .replace(/ ?\[\d+\]|\[(?:Image|Video)|^by |^ *\d+\. /gm, ' ')
      .replace(/[⁰-⁹¹²³]/g, '');
    expect(missing([...new Set(wordsOf([prose]))], spelled)).toEqual([]);
  });
});

// --- internal ---

/** The addresses that a text spells out, outside code. */
function addressesOf(text: string): readonly string[] {
  const prose = text.replace(/^ {4}.*$/gm, '').replace(/`[^`]*`/g, '');
  return [...prose.matchAll(/\b(?:https?:\/\/|mailto:)\S+/g)].map(([url]) =>
    url.replace(/[,.]$/, ''),
  );
}

function wordsOf(texts: readonly string[]): readonly string[] {
  // Between Chinese and Japanese characters a line may end, so each counts as a word.
  return texts.join(' ').match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that the other side doesn't have, or not as often. */
function missing(words: readonly string[], among: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of among) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
