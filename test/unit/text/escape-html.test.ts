import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../src/text/clean-text.ts';
import { escapeHtml } from '../../../src/text/escape-html.ts';

test('the five special characters are escaped, the apostrophe by number', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  );
});

test('what is already an entity is escaped again, since it is text', () => {
  expect(escapeHtml('&amp; &#39;')).toBe('&amp;amp; &amp;#39;');
});

test('letters, emoji, tabs and line breaks stay as they are', () => {
  const text = 'Zoë 👩‍💻\t“日本”\n{{name}}';
  expect(escapeHtml(text)).toBe(text);
});

test('NUL and halves of surrogate pairs become U+FFFD, other control characters go', () => {
  expect(cleanText('a\0b\ud83dc\udc00d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  expect(cleanText('a\u0001b\rc\u001bd\u007fe\u0085f')).toBe('abcdef');
  expect(cleanText('🔥\u0001')).toBe('🔥');
});

test('no string comes out with a character that HTML gives a meaning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>"'\0]/);
      expect(escaped).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
