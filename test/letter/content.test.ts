import { beforeAll, describe, expect, test } from 'vitest';
import type { ElementReport } from '../support/browser.ts';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import { hrefsOf, tagsOf } from '../support/html.ts';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();
const open = useBrowser();

describe.each(letters)('the structure of %s', (_, letter) => {
  const { html, view } = letter;
  let elements: readonly ElementReport[] = [];
  beforeAll(async () => {
    elements = await ask(await open(withPictures(letter), { width: 600 }), 'elements');
  });
  const those = (...tags: readonly string[]) => elements.filter(({ tag }) => tags.includes(tag));
  const parentOf = (element: ElementReport) => elements[element.parent];

  test('has the title for its one h1', () => {
    expect(those('h1').map(({ text }) => text)).toEqual([view.title]);
  });

  test('has an h2 a section that has a heading, and skips no level', () => {
    const outline = those('h1', 'h2', 'h3', 'h4', 'h5', 'h6');
    const levels = outline.map(({ tag }) => Number(tag.slice(1)));
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
    const parts = view.sections.map((section) => ({
      ...section.sponsor,
      ...section.workingOn,
      ...section.reading,
      ...section.news,
      ...section.topic,
      ...section.signOff,
    }));
    const named = parts
      .map(({ heading, name }) => heading ?? name ?? null)
      .filter((name) => name !== null);
    const h2 = those('h2').map(({ text }) => text);
    expect(h2).toEqual(expect.arrayContaining(named));
  });

  test('lays out in tables that say so', () => {
    expect(those('table').length).toBeGreaterThan(5);
    expect(
      those('table').filter(({ attributes }) => attributes['role'] !== 'presentation'),
    ).toEqual([]);
    const inComments = [...html.matchAll(/<!--\[if mso \| IE\]>([^]*?)<!\[endif\]-->/g)];
    const hidden = inComments
      .flatMap(([, inside = '']) => tagsOf(inside))
      .filter(({ name }) => name === 'table');
    expect(hidden.length).toBeGreaterThan(5);
    expect(hidden.filter(({ attributes }) => attributes.get('role') !== 'presentation')).toEqual(
      [],
    );
    expect(those('th', 'caption', 'thead')).toEqual([]);
  });

  test('makes its lists of list elements', () => {
    const items = those('li');
    expect(items.length).toBeGreaterThan(1);
    expect(items.filter((item) => !/^[ou]l$/.test(parentOf(item)?.tag ?? ''))).toEqual([]);
    const wrong = elements.filter(
      (element) => /^[ou]l$/.test(parentOf(element)?.tag ?? '') && element.tag !== 'li',
    );
    expect(wrong).toEqual([]);
    expect(those('p').filter(({ text }) => /^(?:[-*•]|\d+\.)\s/.test(text))).toEqual([]);
  });

  test('says of every link where it leads', () => {
    const links = those('a');
    expect(links.length).toBeGreaterThan(10);
    const alts = (link: ElementReport) =>
      elements
        .filter(({ tag, parent }) => tag === 'img' && elements[parent] === link)
        .map(({ attributes }) => attributes['alt']);
    for (const link of links) {
      const twin = links.some(
        (other) =>
          other !== link &&
          other.text !== '' &&
          other.attributes['href'] === link.attributes['href'],
      );
      // A picture that says nothing may be a link beside another of the same address.
      expect(link.text !== '' || alts(link).some((alt) => alt !== '') || twin).toBe(true);
      expect(link.text).not.toMatch(/^(?:here|click here|read more|more|link)$/i);
      expect(link.attributes['href']).toMatch(/^(?:https?:\/\/|mailto:)/);
    }
    expect(hrefsOf(html).length).toBe(links.length);
  });

  test('shows pictures of the three old formats, and no trick', () => {
    for (const { attributes } of those('img')) {
      expect(attributes['srcset']).toBeUndefined();
      expect(attributes['loading']).toBeUndefined();
    }
    const sources = tagsOf(html).flatMap(({ name, attributes }) =>
      name === 'img' ? [attributes.get('src') ?? ''] : [],
    );
    expect(
      sources.filter(
        (src) => !/^(?:images\/[a-z0-9-]+|https:\/\/[^?]+)\.(?:png|jpg|gif)(?:\?|$)/.test(src),
      ),
    ).toEqual([]);
    expect(
      those(
        'svg',
        'picture',
        'video',
        'audio',
        'iframe',
        'object',
        'canvas',
        'form',
        'input',
        'script',
        'link',
      ),
    ).toEqual([]);
  });

  test('loads no font, no style sheet and nothing else from anywhere', () => {
    expect(html).not.toMatch(
      /<link\b|@import|@font-face|fonts\.g|url\(|<script|<base\b|http-equiv="refresh"/i,
    );
    const outside = tagsOf(html).flatMap(({ name, attributes }) => {
      const loads = ['src', 'background', 'poster', 'data'].filter((key) => attributes.has(key));
      return loads.length > 0 && name !== 'img' ? [name] : [];
    });
    expect(outside).toEqual([]);
  });

  test('is small: few sections, each with all its paragraphs', () => {
    const sections = html.match(/max-width:600px/g) ?? [];
    expect(sections.length).toBe(view.parts.length);
    expect(sections.length).toBeLessThan(view.sections.length);
  });

  test('carries no mark of where things came from', () => {
    expect(html).not.toMatch(/data-path|sections\[/);
  });
});
