import { describe, expect, it } from 'vitest';
import { chooseRecipients } from '../../../src/post/recipients.ts';
import type { Publication } from '../../../src/workspace/publication.ts';
import { publicationSchema } from '../../../src/workspace/publication.ts';

function publication(testRecipients?: string[]): Publication {
  return publicationSchema.parse({
    name: 'A letter',
    language: 'en',
    author: { name: 'Ada' },
    from: { name: 'Ada', address: 'ada@example.com' },
    ...(testRecipients === undefined ? {} : { testRecipients }),
  });
}

describe('the recipients of a test mail', () => {
  it('are the sender alone when nobody is named', () => {
    expect(chooseRecipients(publication(), [])).toEqual({
      addresses: ['ada@example.com'],
      unlisted: [],
    });
  });

  it('are the testRecipients of the config', () => {
    const recipients = chooseRecipients(publication(['b@example.com', 'c@bücher.example']), []);
    expect(recipients).toEqual({
      addresses: ['b@example.com', 'c@xn--bcher-kva.example'],
      unlisted: [],
    });
  });

  it('are those of --to instead; who is not in testRecipients is to be asked about', () => {
    const listed = publication(['b@example.com']);
    expect(chooseRecipients(listed, ['B@Example.com, x@example.org', 'ada@example.com'])).toEqual({
      addresses: ['B@example.com', 'x@example.org', 'ada@example.com'],
      unlisted: ['x@example.org', 'ada@example.com'],
    });
    expect(chooseRecipients(publication(), ['ada@example.com']).unlisted).toEqual([]);
  });

  it('are each there once, as they were written first', () => {
    const { addresses } = chooseRecipients(publication(), [
      'a@example.com,b@example.com,A@EXAMPLE.com',
      'b@example.com',
    ]);
    expect(addresses).toEqual(['a@example.com', 'b@example.com']);
  });

  it('are ten at most, not counting who is named twice', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `r${index}@example.com`);
    expect(chooseRecipients(publication(), [[...ten, ...ten].join()]).addresses).toEqual(ten);
    const eleven = [...ten, 'r10@example.com'];
    for (const choose of [
      () => chooseRecipients(publication(), eleven),
      () => chooseRecipients(publication(eleven), []),
    ]) {
      expect(choose).toThrow(expect.objectContaining({ code: 'too-many-recipients' }));
    }
  });

  it.each([
    '',
    'a@example.com,',
    'a@example.com,,b@example.com',
    'Ada <a@example.com>',
    'a@example.com b@example.com',
    'a@example.com;b@example.com',
    'a@example.com\r\nRCPT TO:<b@example.com>',
    'a@example.com\nBcc: b@example.com',
    'a@localhost',
    'friends: a@example.com;',
    'ä@example.com',
    '"a"@example.com',
    'a@[127.0.0.1]',
    'a@example.com\u202e',
  ])('are refused when one is no plain address: %j', (text) => {
    expect(() => chooseRecipients(publication(), [text])).toThrow(
      expect.objectContaining({
        code: 'invalid-recipient',
        message: expect.not.stringMatching(/[\r\n\u202e]/) as string,
      }),
    );
  });
});
