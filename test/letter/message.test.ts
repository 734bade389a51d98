import { fileURLToPath } from 'node:url';
import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/files/hash.ts';
import { printEverything } from '../support/everything-issue.ts';
import { fullConfig } from '../support/full-publication.ts';
import { printLetters } from '../support/letters.ts';
import type { Letter } from '../support/print-issue.ts';
import { printSamples } from '../support/print-issue.ts';
import { printInNode } from '../support/print-in-node.ts';

const letters = await printLetters();
const parsed = new Map<Letter, Email>();
for (const [, letter] of letters) parsed.set(letter, await PostalMime.parse(letter.eml));

describe.each(letters)('the message of %s', (_, letter) => {
  const { view, html, text, pictures, publication } = letter;
  const { from } = publication;
  const domain = from.address.split('@')[1] ?? '';
  const raw = Buffer.from(letter.eml).toString('latin1');
  const mail = parsed.get(letter);
  const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;

  test('is addressed to its sender, at midnight of its date', () => {
    expect(mail?.from).toMatchObject(from);
    expect(mail?.to).toMatchObject([from]);
    expect(mail?.subject).toBe(view.subject);
    expect(mail?.date).toBe(`${view.date}T00:00:00.000Z`);
    expect(header('mime-version')).toBe('1.0');
    expect(mail?.messageId).toMatch(new RegExp(`^<[0-9a-f]{32}@${domain}>$`));
    expect(raw).not.toMatch(/^(?:bcc|x-mailer|received|x-galley-issue):/im);
  });

  test('tells mail programs of the list', () => {
    const { listId, url, unsubscribe } = publication;
    expect(header('list-id')).toBe(`<${listId ?? ''}>`);
    expect(header('list-archive')).toBe(`<${new URL(url ?? '').href}>`);
    expect(header('list-unsubscribe')).toBe(
      `<${unsubscribe?.url ?? ''}>, <mailto:${unsubscribe?.mailto ?? ''}>`,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  test('says everything twice: as text, then as a page with its pictures', () => {
    const types = [...raw.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gm)].map(([, type]) => type);
    const distinct = new Map(pictures.map(({ image }) => [image.hash16, image.type]));
    expect(types).toEqual([
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      ...distinct.values(),
    ]);
    expect(mail?.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.trimEnd());
    expect(mail?.html?.replaceAll('\r\n', '\n')).toContain('<!doctype html>');
  });

  test('is email.html but for the addresses of its pictures', () => {
    const urls = new Map(pictures.map(({ url, image }) => [`cid:${image.hash16}@${domain}`, url]));
    const back = mail?.html
      ?.replaceAll('\r\n', '\n')
      .replace(/cid:[^"]+/g, (cid) => urls.get(cid) ?? '?');
    // Two pictures of the same bytes are one part.
    const same = new Map(
      pictures.map(({ url, image }) => [url, urls.get(`cid:${image.hash16}@${domain}`)]),
    );
    const expected = html.replace(/(?<=<img src=")images\/[^"]+/g, (url) => same.get(url) ?? url);
    expect(back?.trimEnd()).toBe(expected.trimEnd());
  });

  test('carries each picture that the page shows, once, and shows each that it carries', () => {
    const shown = [...(mail?.html ?? '').matchAll(/src="cid:([^"]+)"/g)].map(([, cid]) => cid);
    const carried = mail?.attachments ?? [];
    expect(carried.length).toBeGreaterThan(2);
    expect(new Set(shown)).toEqual(
      new Set(carried.map(({ contentId }) => contentId?.slice(1, -1))),
    );
    expect(new Set(carried.map(({ contentId }) => contentId)).size).toBe(carried.length);
    for (const { contentId, content, disposition, mimeType } of carried) {
      const picture = pictures.find(({ image }) => contentId === `<${image.hash16}@${domain}>`);
      expect(
        Buffer.from(content as ArrayBuffer).equals(picture?.image.bytes ?? Buffer.alloc(0)),
      ).toBe(true);
      expect([disposition, mimeType]).toEqual(['inline', picture?.image.type]);
    }
  });

  test('is fit for the wire: ASCII, short lines that end with CRLF, no line that begins with From', () => {
    expect(raw).toMatch(/^(?:[\t\x20-\x7e]|\r\n)*$/);
    const lines = raw.split('\r\n');
    const body = lines.slice(lines.indexOf(''));
    expect(body.filter((line) => line.length > 78)).toEqual([]);
    expect(body.filter((line) => line.startsWith('From '))).toEqual([]);
    expect(
      lines
        .filter((line) => line.startsWith('Content-Transfer-Encoding'))
        .map((line) => line.split(' ')[1]),
    ).toEqual([
      'quoted-printable',
      'quoted-printable',
      ...(mail?.attachments ?? []).map(() => 'base64'),
    ]);
  });
});

test('a message is the same bytes each time, also in another process, zone and language', async () => {
  const first = letters.filter(([name]) => name.startsWith('2026')).map(([, letter]) => letter);
  const again = await printSamples();
  expect(again.map(({ slug }) => slug)).toEqual(first.map(({ slug }) => slug));
  for (const [index, { eml }] of again.entries()) {
    expect(Buffer.from(eml).equals(first[index]?.eml ?? Buffer.alloc(0))).toBe(true);
  }
  const elsewhere = await printInNode(fileURLToPath(new URL('../..', import.meta.url)));
  expect(elsewhere).toEqual(Object.fromEntries(first.map(({ slug, eml }) => [slug, sha256(eml)])));
});

test('answers go where the publication wants them', async () => {
  const { eml } = await printEverything();
  const { replyTo } = await PostalMime.parse(eml);
  expect(replyTo).toEqual([{ name: '', address: fullConfig.replyTo }]);
});
