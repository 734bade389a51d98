import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();

describe.each(letters)('the plain text of %s', (_, { text, view }) => {
  const lines = text.split('\n');
  const isCode = (line: string) => line.startsWith('    ');

  test('is 72 columns wide, but for code and what can’t be broken', () => {
    const wide = lines.filter((line) => stringWidth(line) > 72 && !isCode(line));
    expect(wide.filter((line) => /\S\s\S/.test(line.replace(/^(?:> |- |\[\d+\] )+/, '')))).toEqual(
      [],
    );
    expect(lines.filter((line) => stringWidth(line) > 60).length).toBeGreaterThan(5);
  });

  test('has no space at the end of a line but in the signature’s separator', () => {
    expect(lines.filter((line) => /\s$/.test(line))).toEqual(['-- ']);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain('\n\n\n\n');
  });

  test('underlines the title and the headings of sections', () => {
    const headings = [
      { heading: view.title, mark: '=' },
      ...view.sections.flatMap(({ workingOn, reading, news, topic, signOff }) => {
        const heading = (workingOn ?? reading ?? news ?? topic ?? signOff)?.heading ?? null;
        return heading === null ? [] : [{ heading, mark: '-' }];
      }),
    ];
    expect(headings.length).toBeGreaterThan(2);
    for (const { heading, mark } of headings) {
      const last = heading.split(' ').at(-1) ?? '';
      const at = lines.findIndex(
        (line, index) => line.endsWith(last) && lines[index + 1]?.startsWith(mark.repeat(3)),
      );
      expect(at, heading).toBeGreaterThan(-1);
      const above = lines.slice(0, at + 1);
      const start = above.findLastIndex((line) => line === '') + 1;
      expect(above.slice(start).join(' ')).toBe(heading);
      const widest = Math.max(...above.slice(start).map((line) => stringWidth(line)));
      expect(lines[at + 1]).toBe(mark.repeat(Math.min(widest, 72)));
    }
  });

  test('gives every item its title, its author, and its URL alone on a line', () => {
    const entries = view.sections.flatMap(({ reading, news }) => (reading ?? news)?.entries ?? []);
    const items = entries.map(({ item }) => item).filter((item) => item !== null);
    expect(items.length).toBeGreaterThan(2);
    for (const { heading, by, url, note } of items) {
      const about = [heading, ...(by === null ? [] : [`by ${by}`]), url].join(' ');
      const at = lines.indexOf(url);
      const start = lines.lastIndexOf('', at) + 1;
      expect(lines.slice(start, at + 1).join(' ')).toBe(about);
      if (note !== null) expect(text).toContain(`\n${url}\n\n${note.text}\n`);
    }
  });

  test('lists the links of prose by number, under their section', () => {
    for (const section of view.sections) {
      const part = Object.values(section).find(
        (value) => typeof value === 'object' && value !== null,
      );
      if (typeof part !== 'object') throw new Error('The section is empty.');
      for (const { number, url } of part.links) {
        const listed = text.indexOf(`\n[${number}] ${url}\n`);
        const cited = text.lastIndexOf(` [${number}]`, listed);
        expect(listed, url).toBeGreaterThan(0);
        expect(cited, url).toBeGreaterThan(0);
        expect(text.slice(cited, listed)).not.toMatch(/\n---/);
      }
    }
  });

  test('ends with how to leave, then the signature', () => {
    const separator = text.indexOf('\n-- \n');
    const leave = view.unsubscribe?.text ?? '';
    expect(lines.filter((line) => line === '-- ').length).toBe(1);
    expect(text.indexOf(`\nUnsubscribe:\n${leave}\n`)).toBeGreaterThan(0);
    expect(text.indexOf(`\nUnsubscribe:\n${leave}\n`)).toBeLessThan(separator);
    const signature = text.slice(separator);
    expect(signature).toContain(view.signature.prose?.text ?? view.signature.name);
  });

  test('holds no entities and no markup of its own', () => {
    const prose = lines.filter((line) => !isCode(line)).join('\n');
    expect(prose).not.toMatch(/&(?:amp|lt|gt|quot|nbsp|zwnj|#\d+);/);
    expect(prose.replace(/`[^`]*`/g, '')).not.toMatch(/<\/?(?:p|a|div|span|td|strong|em|br)\b/);
  });

  test('hides nothing: no invisible characters but those that join an emoji', () => {
    expect(text.replace(/\p{Extended_Pictographic}\u200d|\n/gu, '')).not.toMatch(
      /[\p{Cc}\p{Cf}\u034f\u00a0\u2028\u2029]/u,
    );
  });
});

describe('in the plain text of everything', () => {
  const text = letters.find(([name]) => name === 'everything')?.[1].text ?? '';

  test.each([
    [
      'a picture is its words',
      '\n[Image: Wide “one” & more]\nA caption, it’s <short>\nhttps://image.example/?a=1&b=2\n',
    ],
    ['a video is its title', '\n[Video] A “video” & more\nhttps://video.example/?v=1&t=2\n'],
    [
      'a quotation stands behind >',
      '\n> Said & done.\n>\n> Twice.\n\n— A “Person”\nhttps://quote.example/?a=1&b=2\n',
    ],
    ['a list hangs by two', '\n- two\n\n  - inside, with `code`\n    1. deeper\n'],
    ['a button is its words', '\nHave a look & see:\nhttps://sponsor.example/?a=1&b=2\n'],
    ['a callout says its tone', '\nWarning:\n*Mind* the gap.\n\n- and\n- the list\n'],
    [
      'a post says who wrote it',
      '(@grace@a-very-long-instance-name-of-the-fediverse.social.example),\nFebruary 3, 2026\n\n> A _post_, with a link [1].\n',
    ],
    [
      'a card is a title and an address',
      '\nBy mail\nmailto:card@salt.example\n\nTwo\n\nparagraphs\n',
    ],
    ['footnotes keep their numbers', 'A note.¹ Another.²'],
    ['a topic without a heading is set off', '\n\n* * *\n\nA topic without a heading\n'],
  ])('%s', (_, expected) => {
    expect(text).toContain(expected);
  });

  test('the sponsor stands between rules, with its label and name first', () => {
    const [, box = ''] = /\n(--- Sponsored: A & B “Ltd” -+\n[^]*?\n-{72})\n/.exec(text) ?? [];
    const [first = '', ...rest] = box.split('\n');
    expect(stringWidth(first)).toBe(72);
    expect(rest.slice(0, 2)).toEqual(['', 'https://sponsor.example/?a=1&b=2']);
    expect(rest.at(-1)).toBe('-'.repeat(72));
  });

  test('code is indented by four and never wrapped', () => {
    expect(text).toMatch(
      /\n {4}export const a: Map<string, number> = new Map\(\[\['x', 0x1f\]\]\); \/\/ w{60}\n\n\n {6}function f/,
    );
  });
});
