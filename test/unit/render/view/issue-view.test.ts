import { describe, expect, it } from 'vitest';
import { readingMinutes } from '../../../../src/render/view/issue-view.ts';
import { domainOf } from '../../../../src/render/view/domain.ts';
import { formatDate } from '../../../../src/render/view/date.ts';
import { fitPicture, viewThumbnail } from '../../../../src/render/view/picture.ts';
import { preheaderFiller } from '../../../../src/render/view/preheader.ts';

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [265, 1],
    [266, 2],
    [1500, 6],
  ])('gives for %i words %i', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});

describe('domainOf', () => {
  it.each([
    ['https://www.example.com/a?b#c', 'example.com'],
    ['http://blog.example.com:8080/', 'blog.example.com'],
    ['https://xn--mller-kva.example/', 'müller.example'],
    ['mailto:a@b.example?subject=Hi', 'a@b.example'],
  ])('says of %s: %s', (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });
});

describe('formatDate', () => {
  it('writes a date out in the publication’s language, whatever the time zone', () => {
    expect(formatDate('2026-11-02', 'en')).toBe('November 2, 2026');
    expect(formatDate('2026-11-02', 'en-GB')).toBe('2 November 2026');
    expect(formatDate('2026-11-02', 'de')).toBe('2. November 2026');
  });

  it.each(['en', 'en-US', 'en-GB'])('writes every day of a year in %s as Intl does', (language) => {
    const intl = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    for (let time = Date.UTC(2028, 0, 1); time < Date.UTC(2029, 0, 1); time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      expect(formatDate(date, language)).toBe(intl.format(time));
    }
  });
});

describe('fitPicture', () => {
  const picture = (width: number | null, height: number | null) => ({
    url: 'a.png',
    width,
    height,
  });

  it('shows a wide picture at the column’s width and a narrow one at its own', () => {
    expect(fitPicture(picture(1200, 800), 552)).toMatchObject({ width: 552, height: 368 });
    expect(fitPicture(picture(300, 150), 552)).toMatchObject({ width: 300, height: 150 });
  });

  it('takes the width asked for, but never more than there is room', () => {
    expect(fitPicture(picture(1200, 800), 552, 240)).toMatchObject({ width: 240, height: 160 });
    expect(fitPicture(picture(1200, 800), 552, 900)).toMatchObject({ width: 552 });
  });

  it('leaves the height open for a picture on the web', () => {
    expect(fitPicture(picture(null, null), 552)).toMatchObject({ width: 552, height: null });
  });

  it('fits thumbnails into a square', () => {
    expect(viewThumbnail(picture(200, 100), 80).size).toBe('width="80" height="40"');
    expect(viewThumbnail(picture(100, 200), 80).size).toBe('width="40" height="80"');
  });
});

describe('preheaderFiller', () => {
  it('brings the preheader to 200 characters', () => {
    for (const preheader of ['short', 'x'.repeat(150), '🔥'.repeat(60)]) {
      const all = preheader + preheaderFiller(preheader);
      expect(Array.from(all).length).toBeGreaterThanOrEqual(200);
      expect(Array.from(all).length).toBeLessThan(203);
    }
    expect(preheaderFiller('x'.repeat(250))).toBe('');
  });
});
