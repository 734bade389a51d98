import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutboxDetails, ShownOutbox } from '../../../../src/preview/model.ts';
import { hostileMails, htmlMail, outboxName } from '../../../support/hostile-mails.ts';
import { letter, useOutboxApp } from './outbox-app.ts';
import { address, picture, policyOf } from './preview-app.ts';

const { ask, own, readJson, workspace } = useOutboxApp();

describe('the outbox', () => {
  it('is listed with what its mails say, the newest first, and nothing but its mails', async () => {
    const { mails, total } = await readJson<ShownOutbox>('/api/outbox');
    expect(total).toBe(hostileMails.length + 1);
    expect(mails.map(({ name }) => name)).toEqual([
      own(),
      ...hostileMails.map(({ slug }, index) => outboxName(slug, index)).reverse(),
    ]);
    expect(mails[0]).toEqual({
      name: own(),
      when: '2026-11-22T22:00:00.000Z',
      bytes: letter.length,
      to: 'Adä <ada@example.com>',
      subject: 'A grüner letter',
    });
    const headers = mails.find(({ name }) => name.includes('headers'));
    expect(headers?.subject).toBe("<img src=x onerror=fetch('/by-subject')> gpj");
  });

  it('shows a mail: headers, parts, what is attached', async () => {
    const mail = await readJson<OutboxDetails>(`/api/outbox/${own()}`);
    expect(mail).toMatchObject({
      subject: 'A grüner letter',
      hasHtml: true,
      hasText: true,
      hasRemoteImages: true,
      isCut: false,
    });
    expect(mail.message.headers).toContainEqual({ name: 'Subject', value: 'A grüner letter' });
    expect(mail.message.root.parts.map(({ type }) => type)).toEqual([
      'multipart/alternative',
      'application/pdf',
    ]);
    expect(mail.attachments).toEqual([
      { index: 5, name: 'pic.png', type: 'image/png', bytes: picture.length, isInline: true },
      { index: 6, name: 'a _b_.pdf', type: 'application/pdf', bytes: 6, isInline: false },
    ]);
  });

  it('shows its text and its HTML in UTF-8, its pictures from itself, in the wanted scheme', async () => {
    const text = await ask(`/outbox/${own()}/email.txt`);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await text.text()).toBe('Grüße, and a line that goes on.');
    const mail = await ask(`/outbox/${own()}/email.html?scheme=dark`);
    expect(mail.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await mail.text();
    expect(html).toMatch(/^<!doctype html><base target="_blank"><html>/);
    expect(html).toContain('<p>Grüße</p><img src="cid/5">');
    expect(html).toContain('@media (min-width:0)');
    expect(html).toContain('url( cid:none )');
    const image = await ask(`/outbox/${own()}/cid/5`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array(picture));
    const source = await ask(`/outbox/${own()}/source.html`);
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await source.text()).toContain('cid:pic%201&amp;2@x');
  });

  it('asks the web for pictures only when it is asked to, and this server for no others', async () => {
    const cids = `${address}/outbox/${own()}/cid/`;
    for (const [query, sources] of [
      ['', cids],
      ['?images=blocked', "'none'"],
      ['?images=all', `${cids} https:`],
      ['?images=*', cids],
    ] as const) {
      const mail = await ask(`/outbox/${own()}/email.html${query}`);
      expect(policyOf(mail, 'img-src')).toBe(sources);
    }
  });

  it('gives attachments to be saved, whatever they are, and the message as it is', async () => {
    const pdf = await ask(`/outbox/${own()}/parts/6`);
    expect(Object.fromEntries(pdf.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="a _b_.pdf"; filename*=UTF-8''a%20_b_.pdf`,
      'x-content-type-options': 'nosniff',
    });
    expect(await pdf.text()).toBe('%PDF-1');
    const eml = await ask(`/outbox/${own()}/email.eml`);
    expect(eml.headers.get('content-disposition')).toContain(`filename="${own()}"`);
    expect(Buffer.from(await eml.arrayBuffer()).toString('latin1')).toBe(letter);
  });

  it.each([
    'notes.txt',
    outboxName('folder'),
    outboxName('link'),
    outboxName('none'),
    '..%2f..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    `..%2foutbox%2f${outboxName('markup')}`,
    `${outboxName('markup')}%00`,
    outboxName('MARKUP'),
    '__proto__',
    '%ff',
  ])('has no mail called %s', async (name) => {
    const paths = ['email.html', 'email.txt', 'email.eml', 'source.html', 'parts/0', 'cid/0'];
    for (const path of [`/api/outbox/${name}`, ...paths.map((part) => `/outbox/${name}/${part}`)]) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('secret');
    }
  });

  it('has no other parts than those of the mail', async () => {
    for (const index of ['0', '1', '7', '-1', '06', '6.0', '6%00', '..%2f6', 'constructor', '']) {
      for (const kind of ['parts', 'cid']) {
        expect((await ask(`/outbox/${own()}/${kind}/${index}`)).status).toBe(404);
      }
    }
    // A PDF is no picture.
    expect((await ask(`/outbox/${own()}/cid/6`)).status).toBe(404);
  });

  it('streams a mail that is too large to be shown, and says that it is', async () => {
    const name = outboxName('huge', 30);
    const file = join(workspace().outDir, 'outbox', name);
    await writeFile(file, htmlMail('<p>begin</p>'));
    await truncate(file, 50_000_000);
    const mail = await readJson<OutboxDetails>(`/api/outbox/${name}`);
    expect(mail).toMatchObject({ bytes: 50_000_000, isCut: true, hasHtml: true });
    const html = await (await ask(`/outbox/${name}/email.html`)).text();
    expect(html).toContain('<p>begin</p>');
    expect(html.length).toBeLessThan(3_000_000);
    let length = 0;
    for await (const chunk of (await ask(`/outbox/${name}/email.eml`)).body ?? []) {
      length += (chunk as Uint8Array).length;
    }
    expect(length).toBe(50_000_000);
  });
});
