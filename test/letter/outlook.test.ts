import { describe, expect, test } from 'vitest';
import { tagsOf } from '../support/html.ts';
import { printLetters } from '../support/letters.ts';
import { smallIssue } from '../support/plain-letter.ts';
import type { Letter } from '../support/print-issue.ts';
import { printIssueOf } from '../support/print-issue.ts';

const letters = await printLetters();

describe.each(letters)('for Outlook, %s', (_, { html }) => {
  test('gives every picture a width attribute, and an alternative text', () => {
    const images = tagsOf(html).filter(({ name }) => name === 'img');
    expect(images.length).toBeGreaterThan(0);
    for (const { attributes } of images) {
      expect(Number(attributes.get('width'))).toBeGreaterThan(1);
      expect(Number(attributes.get('width'))).toBeLessThanOrEqual(552);
      expect(attributes.has('alt')).toBe(true);
    }
  });

  test('balances its conditional comments', () => {
    expect(unbalanced(html)).toEqual([]);
    expect(html.match(/<!--\[if mso \| IE\]>/g)?.length).toBeGreaterThan(5);
  });

  test('writes apostrophes by number', () => {
    expect(html).not.toContain('&apos;');
  });

  test('has no VML, and a table cell with a link for each button', () => {
    expect(html).not.toMatch(/<\/?(?:v|o|w):(?!OfficeDocumentSettings|AllowPNG|PixelsPerInch)/);
    const buttons = html.match(/<td[^>]*bgcolor="#0b57d0"[^>]*><a href="[^"]*"/g) ?? [];
    expect(buttons.length).toBeGreaterThan(0);
  });

  test('has no link around a table', () => {
    expect(html).not.toMatch(/<a\b(?:(?!<\/a>)[^])*<(?:table|td|tr|div|p)\b/);
  });
});

const comments = [
  '<!--[if mso]>hidden<![endif]-->',
  '<!--[if mso]>',
  '<![endif]-->',
  '-->',
  '<!-->',
  '<!--[if !mso]><!-->',
];

test.each(comments)('an author who writes %s opens and closes no comment', async (comment) => {
  const [{ html, text }, harmless] = [await printSaying(comment), await printSaying('word')];
  expect(unbalanced(html)).toEqual([]);
  expect(commentsOf(html)).toEqual(commentsOf(harmless.html));
  // In the title, the greeting, prose, code, the item's three fields and the sign-off.
  expect(text.split(comment).length - 1).toBe(8);
});

// --- internal ---

function printSaying(words: string): Promise<Letter> {
  const code = { kind: 'code', language: 'html', code: words } as const;
  const item = { title: words, url: 'https://item.example/', by: words, note: words };
  return printIssueOf({
    ...smallIssue,
    title: words,
    sections: [
      { kind: 'intro', greeting: words, body: [`In prose: ${words}`, code] },
      { kind: 'reading', items: [item] },
      { kind: 'sign-off', body: `\`${words}\`` },
    ],
  });
}

function commentsOf(html: string): readonly string[] {
  return html.match(/<!--[^]*?-->/g) ?? [];
}

/** The comments that don't open what the next one closes. */
function unbalanced(html: string): readonly string[] {
  const edges = html.match(/<!--\[if[^\]]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->/g) ?? [];
  return edges
    .filter((edge, index) => edge.includes('[if') !== (index % 2 === 0))
    .concat(edges.length % 2 === 0 ? [] : ['an odd number']);
}
