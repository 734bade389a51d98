import { describe, expect, it } from 'vitest';
import { listHeaders } from '../../../src/mail/message-headers.ts';
import { validate } from '../../../src/schema/validate.ts';
import { publicationSchema } from '../../../src/workspace/publication.ts';

const config = {
  name: 'Letter',
  language: 'en',
  author: { name: 'A. Uthor' },
  from: { name: 'Letter', address: 'letter@example.com' },
};

function codesOf(fields: object): string[] {
  const result = validate(publicationSchema, { ...config, ...fields });
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe('the merge tag', () => {
  it.each([
    '{{unsubscribe_url}}',
    '*|UNSUB|*',
    '%unsubscribe_url%',
    '[unsubscribe]',
    "<%= url('leave') %>",
    'https://example.com/?id={{id}}&list={{list}}',
  ])('may be %s', (tag) => {
    expect(codesOf({ unsubscribe: { tag } })).toEqual([]);
  });

  it.each([
    '',
    '  ',
    '{{a}}" onclick="x',
    '{{a}}\r\nBcc: b@example.com',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '\u202e{{a}}',
  ])('may not be %j', (tag) => {
    expect(codesOf({ unsubscribe: { tag } })).toEqual(['invalid-merge-tag']);
  });
});

describe('what stands in a header', () => {
  const url = (length: number) => 'https://example.com/'.padEnd(length, 'p');

  it('is refused when no line of a message could hold it', () => {
    expect(codesOf({ url: url(901) })).toEqual(['text-too-long']);
    expect(codesOf({ unsubscribe: { url: url(901) } })).toEqual(['text-too-long']);
    // As it is sent, each of these has nine characters.
    expect(codesOf({ url: `https://example.com/${'語'.repeat(100)}` })).toEqual(['text-too-long']);
    expect(codesOf({ from: { ...config.from, name: 'n'.repeat(201) } })).toEqual(['text-too-long']);
    expect(codesOf({ listId: `a.${'b'.repeat(254)}` })).toEqual(['invalid-list-id']);
  });

  it('is taken when it just fits', () => {
    const unsubscribe = { url: url(900), mailto: `${'a'.repeat(60)}@example.com` };
    expect(codesOf({ url: url(900), unsubscribe })).toEqual([]);
    const headers = listHeaders({
      archiveUrl: url(900),
      unsubscribeUrl: unsubscribe.url,
      unsubscribeMailto: unsubscribe.mailto,
    });
    for (const { name, value } of headers) {
      for (const part of value.split(', ')) {
        expect(`${name}: ${part},`.length).toBeLessThan(998);
      }
    }
  });
});

it('says once that an address is none', () => {
  const result = validate(publicationSchema, { ...config, replyTo: 'nobody' });
  expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
    'replyTo is not a mail address: it has no @.',
  ]);
});
