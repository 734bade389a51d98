import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { IssueInput } from '../../src/issue/schema.ts';
import type { TextRun } from '../support/browser.ts';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import { fullConfig, pictures } from '../support/full-publication.ts';
import { smallIssue } from '../support/plain-letter.ts';
import { hrefsOf, tagsOf } from '../support/html.ts';
import { printIssueOf } from '../support/print-issue.ts';

const open = useBrowser();

describe('a publication that says no more than it must', () => {
  test('gets a letter without gaps where the rest would be', async () => {
    const { html, text, eml } = await printIssueOf(smallIssue);
    expect(hrefsOf(html)).toEqual([]);
    expect(text).toBe(
      [
        'Plain Letter',
        '#1 · January 5, 2026 · 1 min read',
        '',
        'A small letter',
        '==============',
        '',
        'Hello,',
        '',
        'One paragraph.',
        '',
        'Goodbye.',
        '',
        'Plain Letter',
        '',
        '-- ',
        'Ada Example',
        '',
      ].join('\n'),
    );
    expect(html).not.toMatch(/undefined|null|\[object/);
    const { headers } = await PostalMime.parse(eml);
    expect(headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
  });
});

describe('a publication whose pictures are on the web', () => {
  const issue: IssueInput = {
    ...smallIssue,
    sections: [
      {
        kind: 'intro',
        greeting: 'Hi',
        body: [{ kind: 'image', src: 'wide.png', alt: 'Wide' }, '![In prose](narrow.png)'],
      },
      { kind: 'sign-off', body: 'Bye.' },
    ],
  };

  test.each(['https://pictures.example/{slug}', 'https://pictures.example/{slug}/'])(
    'shows them from %s',
    async (imageBase) => {
      const { html, eml } = await printIssueOf(issue, { imageBase }, pictures);
      const sources = tagsOf(html).flatMap(({ name, attributes }) =>
        name === 'img' ? [attributes.get('src')] : [],
      );
      expect(sources).toEqual([
        expect.stringMatching(/^https:\/\/pictures\.example\/one\/wide-[0-9a-f]{8}\.png$/),
        expect.stringMatching(/^https:\/\/pictures\.example\/one\/narrow-[0-9a-f]{8}\.png$/),
      ]);
      // The message still brings its own.
      const mail = await PostalMime.parse(eml);
      expect(mail.html?.match(/src="cid:[0-9a-f]{16}@plain\.example"/g)?.length).toBe(2);
      expect(mail.html).not.toContain('pictures.example');
      expect(mail.attachments.length).toBe(2);
    },
  );
});

describe('a merge tag for leaving', () => {
  test.each([
    '{{{ pm:unsubscribe_url }}}',
    '{{unsubscribe_url}}',
    '*|UNSUB|*',
    '<%asm_group_unsubscribe_raw_url%>',
    "[unsubscribe&x='1']",
    '$$unsub$$ $& $1',
  ])('%s stands as it is written, in both halves', async (tag) => {
    const unsubscribe = { tag, url: 'https://plain.example/leave' };
    const { html, text, eml } = await printIssueOf(smallIssue, { unsubscribe });
    expect(html).toContain(`<a href="${tag}" `);
    expect(text).toContain(`\nUnsubscribe:\n${tag}\n`);
    expect(html).not.toContain('https://plain.example/leave');
    const mail = await PostalMime.parse(eml);
    expect(mail.html).toContain(`<a href="${tag}" `);
    // The header can't wait for a service: it has the address itself.
    expect(mail.headers).toContainEqual(
      expect.objectContaining({ key: 'list-unsubscribe', value: '<https://plain.example/leave>' }),
    );
  });

  test('only an address is enough', async () => {
    const { html, text } = await printIssueOf(smallIssue, {
      unsubscribe: { mailto: 'leave@plain.example' },
    });
    expect(hrefsOf(html)).toEqual(['mailto:leave@plain.example']);
    expect(text).toContain('\nUnsubscribe:\nmailto:leave@plain.example\n');
  });
});

describe('typography', () => {
  const quoted = {
    ...smallIssue,
    subject: 'Er sagte "Hallo" -- \'so\'...',
    preheader: 'Eine "Vorschau"',
    sections: [
      {
        kind: 'intro' as const,
        greeting: 'Grüße an "alle",',
        body: 'Sie sagte "Das *ist* \'gut\'" und `"Code"`, "https://a.example/?q=\'x\'".',
      },
      { kind: 'sign-off' as const, body: "Geht's?" },
    ],
  };

  test('is that of the language, in the subject too', async () => {
    const { text, html, view, eml } = await printIssueOf(quoted, { language: 'de' });
    expect(view.subject).toBe('Er sagte „Hallo“ – ‚so‘…');
    expect((await PostalMime.parse(eml)).subject).toBe(view.subject);
    expect(text).toContain('Grüße an „alle“,');
    expect(text).toContain('„Das _ist_ ‚gut‘“ und `"Code"`');
    expect(text).toContain("https://a.example/?q='x'");
    expect(text).toContain('Geht’s?');
    expect(text).toContain('#1 · 5. Januar 2026 ·');
    expect(html).toContain('<html lang="de" dir="ltr"');
  });

  test('can be switched off', async () => {
    const { text, view } = await printIssueOf(quoted, { language: 'de', typography: false });
    expect(view.subject).toBe(quoted.subject);
    expect(view.preheader).toBe(quoted.preheader);
    expect(text).toContain('Grüße an "alle",');
    expect(text).toContain('"Das _ist_ \'gut\'"');
    expect(text).toContain("Geht's?");
  });
});

describe('the theme’s tokens', () => {
  test('can be changed in the config, light and dark', async () => {
    const theme = {
      accent: '#8a1538',
      darkAccent: '#ffb3c6',
      unsubscribeLabel: 'Abmelden',
      textSize: 18,
    };
    const letter = await printIssueOf(smallIssue, { ...fullConfig, theme }, pictures);
    const { html, text } = letter;
    expect(html).toContain('#8a1538');
    expect(html).not.toContain('#0b57d0');
    expect(html).toMatch(/\.s a\{color:#ffb3c6!important\}/);
    expect(text).toContain('\nAbmelden:\n');
    const page = await open(withPictures(letter), { width: 600 });
    const runs = await ask<readonly TextRun[]>(page, 'textRuns');
    expect(runs.find((run) => run.text === 'One paragraph.')?.size).toBe(18);
  });
});
