import { describe, expect, it } from 'vitest';
import { messageFaults } from '../../../../src/check/message/message-faults.ts';
import { readMessage } from '../../../../src/mail/read-message.ts';
import { compose, makeImage } from '../../../support/compose-input.ts';

const needs = { domain: 'example.com', headers: ['List-ID'] };
const image = makeImage(1);
const sound = await compose({
  headers: [{ name: 'List-ID', value: '<letter.example.com>' }],
  html: `<!doctype html><p>Grüße</p><img src="cid:${image.cid}">`,
  images: [image],
});

function faultsOf(message: string, asked = needs) {
  const bytes = Buffer.from(message, 'latin1');
  return messageFaults(bytes, readMessage(bytes), asked).map(({ what }) => what);
}

describe('the form of a message', () => {
  it('is right as it is composed, with and without a picture', async () => {
    expect(faultsOf(sound)).toEqual([]);
    expect(faultsOf(await compose(), { ...needs, headers: [] })).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['a letter that is not ASCII', 'Hello', 'Hell\xf6'],
    ['something other than CRLF', 'Hello\r\n', 'Hello\n'],
    ['of its header is longer than 998', 'The first issue', 'x'.repeat(999)],
    ['of its body is longer than 76', 'Hello', 'Hello '.repeat(20)],
    ['the header From is there 0 times', /^From:/m, 'X-From:'],
    ['the header Subject is there 2 times', /^Subject:/m, 'Subject: Another\r\nSubject:'],
    ['the header Date is there 0 times', /^Date:/m, 'X-Date:'],
    ['the header MIME-Version is there 0 times', /^MIME-Version:/m, 'X-Version:'],
    ['the header List-ID is there 0 times', /^List-ID:/im, 'X-List:'],
    ["Message-ID is not at the sender's domain", /^(Message-ID: <\w+)@[^>]+/im, '$1@other.example'],
    ['the header Bcc stands in it', /^To:/m, 'Bcc: somebody@example.org\r\nTo:'],
    ['not plain text beside HTML', 'multipart/alternative', 'multipart/mixed'],
    ['not plain text beside HTML', 'text/plain', 'text/enriched'],
    ['its HTML is not marked as UTF-8', /(text\/html; charset=)utf-8/, '$1latin1'],
    ['its plain text is neither', 'Encoding: quoted-printable', 'Encoding: base64'],
    ['its plain text is empty', 'Hello\r\n\r\n--=20\r\nAda\r\n', '=20\r\n'],
    [
      "Content-ID is not at the sender's domain",
      /@example\.com(?=>\r\nContent-|"?>)/g,
      '@x.example',
    ],
    ['carries a picture that its HTML does not show', 'cid:', 'sid:'],
    ['that it does not carry', /"cid:/, '"cid:another'],
  ])('finds that %s', (what, from, to) => {
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(faultsOf(broken).join('\n')).toContain(what);
  });

  it('names the picture that a fault is about', () => {
    const bytes = Buffer.from(sound.replace('cid:', 'sid:'), 'latin1');
    expect(messageFaults(bytes, readMessage(bytes), needs)).toEqual([
      { what: 'it carries a picture that its HTML does not show', contentId: image.cid },
    ]);
  });
});
