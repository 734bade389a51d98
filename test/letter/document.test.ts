import { beforeAll, describe, expect, test } from 'vitest';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import { decodeEntities, tagsOf } from '../support/html.ts';
import type { ElementReport } from '../support/browser.ts';
import { printLetters } from '../support/letters.ts';
import { printIssueOf } from '../support/print-issue.ts';
import { smallIssue } from '../support/plain-letter.ts';

const letters = await printLetters();
const open = useBrowser();

describe.each(letters)('the document of %s', (_, letter) => {
  const { html, view } = letter;
  const { language: lang, dir } = view.publication;
  let elements: readonly ElementReport[] = [];
  beforeAll(async () => {
    elements = await ask(await open(withPictures(letter), { width: 600 }), 'elements');
  });

  test('says its language and direction on <html> and on the first element of the body', () => {
    expect(html).toMatch(/^<!doctype html><html /);
    const outer = tagsOf(html).find(({ name }) => name === 'html');
    expect(Object.fromEntries(outer?.attributes ?? [])).toMatchObject({ lang, dir });
    const [first] = elements;
    expect(first?.attributes).toMatchObject({ lang, dir });
  });

  test('has the subject for its title', () => {
    const [, title = ''] = /<title>([^]*?)<\/title>/.exec(html) ?? [];
    expect(decodeEntities(title)).toBe(view.subject);
  });

  test('begins with the preheader, hidden by all means, in the colour of the text', () => {
    const [frame, preheader, filler] = elements;
    expect(frame?.parent).toBe(-1);
    expect([preheader?.parent, filler?.parent]).toEqual([0, 1]);
    expect(preheader?.text.startsWith(view.preheader)).toBe(true);
    const style = preheader?.attributes['style']?.split(';');
    expect(style).toEqual(
      expect.arrayContaining([
        'display:none',
        'max-height:0',
        'overflow:hidden',
        'opacity:0',
        'font-size:1px',
        'line-height:1px',
        `color:${textColour}`,
      ]),
    );
  });

  test('fills the preheader up to 200 characters that no screen reader reads', () => {
    const [, filler = ''] = /<span aria-hidden="true">([^<]*)<\/span>/.exec(html) ?? [];
    expect(filler).toMatch(/^(?:\u034f\u200c\u00a0)*$/);
    expect(Array.from(view.preheader + filler).length).toBeGreaterThanOrEqual(200);
  });

  test('hides nothing else', () => {
    const hidden = elements.filter(({ shown }) => !shown);
    expect(hidden.map(({ tag }) => tag)).toEqual(['div', 'span']);
    const tiny = /font-size:(?:0|1)px|display:none|visibility:|opacity:|text-indent|clip|position:/;
    const styled = elements.filter(({ attributes, text, tag }) => {
      return (
        text !== '' &&
        !/^(?:table|tbody|tr|td|div)$/.test(tag) &&
        tiny.test(attributes['style'] ?? '')
      );
    });
    expect(styled).toEqual([]);
  });
});

test('a long preheader needs no filler', async () => {
  const preheader = 'A long line for the inbox. '.repeat(9).trim();
  const { html } = await printIssueOf({ ...smallIssue, preheader });
  expect(html).toContain(`${preheader}<span aria-hidden="true"></span>`);
});

test.each(['2026-10', '2026-11', '2026-recap'])('%s stays under 40 KB', (slug) => {
  const letter = letters.find(([name]) => name === slug)?.[1];
  expect(Buffer.byteLength(letter?.html ?? '')).toBeGreaterThan(20_000);
  expect(Buffer.byteLength(letter?.html ?? '')).toBeLessThan(40_960);
});

// --- internal ---

const textColour = '#1a1a1a';
