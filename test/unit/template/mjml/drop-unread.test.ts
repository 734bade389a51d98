import { describe, expect, test } from 'vitest';
import { mark } from '../../../../src/template/markup/marks.ts';
import { dropUnread } from '../../../../src/template/mjml/drop-unread.ts';
import { runMjml } from '../../../../src/template/mjml/run-mjml.ts';

const kept = '<style>.a{color:red}</style>';

describe('what MJML writes for a column of full width', () => {
  test('goes, as its inline style says the same', async () => {
    const html = dropUnread(await fromMjml('<mj-column><mj-text>x</mj-text></mj-column>'));
    expect(html).not.toMatch(/mj-column|mj-outlook|moz-text|@media/);
    expect(html).toContain('display:inline-block;vertical-align:top;width:100%;');
  });

  test('stays for the narrower ones', async () => {
    const half = '<mj-column><mj-text>x</mj-text></mj-column>';
    const html = dropUnread(await fromMjml(half + half));
    expect(html).toContain('class="mj-column-per-50"');
    expect(html).toMatch(/@media[^{]*\{\s*\.mj-column-per-50 \{ width:50% !important;/);
  });

  test('stays where a theme has a rule of its own for it', () => {
    const html =
      '<style>.mj-column-per-100 { width:100% !important; max-width: 100%; }.mj-column-per-100 { color:red }</style><div class="mj-column-per-100">';
    expect(dropUnread(html)).toBe(
      '<style>.mj-column-per-100 { color:red }</style><div class="mj-column-per-100">',
    );
  });
});

describe('what only programs of the past read', () => {
  test('goes', async () => {
    const html = dropUnread(await fromMjml('<mj-column><mj-text>x</mj-text></mj-column>'));
    expect(html).not.toMatch(/lte mso 11|X-UA-Compatible|text\/css|xmlns:v/);
    expect(html).toContain('xmlns:o="');
    expect(html.match(/<!--\[if/g)).toHaveLength(html.match(/<!\[endif\]/g)?.length ?? 0);
  });

  test('but not the namespace of VML that is there', () => {
    const html = '<html xmlns:v="urn:x"><!--[if mso]><v:rect><![endif]-->';
    expect(dropUnread(html)).toBe(html);
    expect(dropUnread('<html xmlns:v="urn:x"><p>')).toBe('<html><p>');
  });
});

describe('class names', () => {
  test.each([
    ['that no sheet mentions go', '<p class="b a c">', '<p class="a">'],
    [
      'go in comments for Outlook too',
      '<!--[if mso]><td class="b"><![endif]-->',
      '<!--[if mso]><td class=""><![endif]-->',
    ],
    [
      'with a value in them stay',
      `<p class="b a-${mark(1)} ${mark(2)}">`,
      `<p class="a-${mark(1)} ${mark(2)}">`,
    ],
    ['in text stay', '<p>class="b"</p>', '<p>class="b"</p>'],
  ])('%s', (_, html, expected) => {
    expect(dropUnread(kept + html)).toBe(kept + expected);
  });

  test('stay where a selector may match a part of one', () => {
    const html = '<style>[class*="b"]{color:red}</style><p class="ab">';
    expect(dropUnread(html)).toBe(html);
  });
});

// --- internal ---

async function fromMjml(columns: string): Promise<string> {
  const source = `<mjml><mj-body><mj-section>${columns}</mj-section></mj-body></mjml>`;
  const { html, errors } = await runMjml(source);
  expect(errors).toEqual([]);
  return html;
}
