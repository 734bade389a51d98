import { describe, expect, it } from 'vitest';
import { formatPath } from '../../../src/diagnostics/diagnostic.ts';
import { validate } from '../../../src/schema/validate.ts';
import { issueSchema } from '../../../src/issue/schema.ts';

const intro = { kind: 'intro', greeting: 'Hello,', body: 'Text.' };
const signOff = { kind: 'sign-off', body: 'Bye.' };
const valid = {
  number: 1,
  date: '2026-11-02',
  subject: 'A subject',
  preheader: 'A preheader',
  sections: [intro, signOff],
};

/** Every problem as `code path: message (hint)`. */
function problemsOf(issue: unknown): string[] {
  const result = validate(issueSchema, issue);
  if (result.ok) return [];
  return result.problems.map(
    ({ code, path, message, hint }) => `${code} ${formatPath(path)}: ${message} (${hint ?? ''})`,
  );
}

function withSection(section: unknown): unknown {
  return { ...valid, sections: [intro, section, signOff] };
}

describe('toProblems', () => {
  it('is silent for a valid issue and fills in what has a default', () => {
    const result = validate(issueSchema, {
      ...valid,
      sections: [
        intro,
        { kind: 'news', items: [{ title: 'T', url: 'https://a.example/' }] },
        signOff,
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'draft', sections: [{}, { heading: 'Tech news' }, {}] },
    });
  });

  it('reports every problem, not the first', () => {
    expect(problemsOf({ number: '1', date: '2026-13-01', subjet: 'x', sections: [] })).toEqual([
      'invalid-type number: number is "1"; it should be a number. (Write it without quotes: 1.)',
      'invalid-date date: date is "2026-13-01", which is no calendar date. (Write it as YYYY-MM-DD, such as 2026-11-02.)',
      'missing-key preheader: The file lacks `preheader`. (Add `preheader`.)',
      'empty-list sections: sections is an empty list. (Add one, or leave the key out if it is optional.)',
      'unknown-key subjet: `subjet` is not a key of the file. (Did you mean `subject`?)',
    ]);
  });

  it('names the key for a number where text should stand', () => {
    expect(problemsOf({ ...valid, subject: 2026 })).toEqual([
      'invalid-type subject: subject is 2026; it should be a text. (Put it in quotes: "2026".)',
    ]);
    expect(problemsOf({ ...valid, title: null })).toEqual([
      'invalid-type title: title is empty; it should be a text. (Write a value, or leave the key out if it is optional.)',
    ]);
  });

  it('suggests the kind that was meant', () => {
    expect(problemsOf(withSection({ kind: 'readng', items: [] }))).toEqual([
      'unknown-kind sections[1].kind: sections[1].kind is "readng", which is no kind known here. (Did you mean `reading`?)',
    ]);
    expect(problemsOf(withSection({ body: 'x' }))).toEqual([
      'missing-key sections[1].kind: sections[1] lacks `kind`. (Add it: one of intro, sponsor, working-on, reading, news, topic, sign-off.)',
    ]);
  });

  it('finds in a body the block or text that was meant', () => {
    const body = [
      3,
      { kind: 'imag' },
      { kind: 'quote', txt: 'x' },
      { kind: 'button', text: 'Go', url: 'www.example.com' },
    ];
    expect(problemsOf(withSection({ kind: 'topic', body }))).toEqual([
      'invalid-type sections[1].body[0]: sections[1].body[0] is 3; it should be a text or an object with keys. ()',
      'unknown-kind sections[1].body[1].kind: sections[1].body[1].kind is "imag", which is no kind known here. (Did you mean `image`?)',
      'unknown-key sections[1].body[2].txt: `txt` is not a key of sections[1].body[2]. (Did you mean `text`?)',
      'invalid-url sections[1].body[3].url: sections[1].body[3].url is "www.example.com", which has no scheme. (Write it as https://www.example.com)',
    ]);
  });

  it('tells an item from an interlude by its keys', () => {
    const items = [
      { title: 'T', url: 'https://a.example/', noet: 'x' },
      { text: 'ok', url: 'https://a.example/' },
    ];
    expect(problemsOf(withSection({ kind: 'reading', items }))).toEqual([
      'unknown-key sections[1].items[0].noet: `noet` is not a key of sections[1].items[0]. (Did you mean `note`?)',
      expect.stringContaining('sections[1].items[1]'),
    ]);
  });

  it('does not let __proto__ or constructor pass as keys', () => {
    const polluted = JSON.parse('{"constructor": 1, "__proto__": {"x": 1}}') as object;
    expect(problemsOf({ ...valid, ...polluted })).toEqual([
      expect.stringContaining('unknown-key constructor'),
      expect.stringContaining('unknown-key __proto__'),
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('the fields', () => {
  const subjectProblem = (subject: string) => problemsOf({ ...valid, subject })[0]?.split(' ')[0];

  it.each([
    ['a\r\nBcc: x@y.example', 'line-break'],
    ['a\u2028b', 'line-break'],
    ['a\u0085b', 'line-break'],
    ['a\u0000b', 'unsafe-character'],
    ['a\u202eb', 'unsafe-character'],
    ['a\ud800', 'unsafe-character'],
    ['   ', 'blank-text'],
    ['\u200b\u2060\u00ad', 'blank-text'],
  ])('refuses the subject %j as %s', (subject, code) => {
    expect(subjectProblem(subject)).toBe(code);
  });

  it.each(['👩‍💻 emoji', 'Ünïcödé', 'עברית', 'a "quoted" <tag> & more'])(
    'takes the subject %j',
    (subject) => {
      expect(subjectProblem(subject)).toBeUndefined();
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//host/path',
    'https://user:pw@host.example/',
    'https://',
    'https://a b.example/',
    'https:/one-slash.example',
    'mailto:',
    'example.com:80/x',
    ' ',
  ])('refuses the link %j', (url) => {
    const items = [{ title: 'T', url }];
    expect(problemsOf(withSection({ kind: 'reading', items }))).toHaveLength(1);
  });

  it.each([
    'https://example.com',
    'http://example.com:8080/a?b=c#d',
    'mailto:a@b.example?subject=Hi',
    'https://müller.example/ä',
  ])('takes the link %j', (url) => {
    const items = [{ title: 'T', url }];
    expect(problemsOf(withSection({ kind: 'reading', items }))).toEqual([]);
  });

  it('refuses image sources that are neither a path nor on the web', () => {
    const image = (src: string) =>
      problemsOf(withSection({ kind: 'topic', body: [{ kind: 'image', src, alt: '' }] }));
    expect(image('data:image/png;base64,AAAA')).toHaveLength(1);
    expect(image('file:///a.png')).toHaveLength(1);
    expect(image('//host/a.png')).toHaveLength(1);
    expect(image('images/a.png')).toEqual([]);
    expect(image('https://a.example/a.png')).toEqual([]);
  });
});
