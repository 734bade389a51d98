import { describe, expect, it } from 'vitest';
import { address, createAppOver, picture, policyOf, usePreviewApp } from './preview-app.ts';

const { ask, html, session } = usePreviewApp();

describe('the mail', () => {
  it('may never run a script, in the frame or in a tab of its own', async () => {
    const names = ['email.html', 'email.txt', 'email.eml', 'source.html'];
    const image = /src="images\/([^"]*)"/.exec(
      await (await ask('/mail/2026-11/email.html')).text(),
    );
    for (const name of [...names, `images/${image?.[1] ?? ''}`]) {
      const response = await ask(`/mail/2026-11/${name}`);
      expect(response.status).toBe(200);
      expect(policyOf(response, 'script-src')).toBe("'none'");
      expect(policyOf(response, 'base-uri')).toBe("'none'");
      expect(policyOf(response, 'form-action')).toBe("'none'");
      expect(policyOf(response, 'sandbox')).toBe(
        'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      );
    }
  });

  it.each([
    ['', "'self'"],
    ['?images=blocked', "'none'"],
    ['?images=local', "'self'"],
    ['?images=all', "'self' https: http:"],
    ['?images=*', "'self'"],
    ["?images='unsafe-inline'", "'self'"],
  ])('loads pictures as it is asked: %j', async (query, sources) => {
    const response = await ask(`/mail/2026-11/email.html${query}`);
    expect(policyOf(response, 'img-src')).toBe(sources);
  });

  it('is in the scheme it is asked in, with or without styles', async () => {
    const shown = async (query: string) => (await ask(`/mail/2026-11/email.html?${query}`)).text();
    expect(await shown('')).toBe(await shown('scheme=light&styles=on'));
    expect(await shown('scheme=dark')).toContain('<meta name="color-scheme" content="dark"');
    expect(await shown('scheme=dark')).not.toContain('prefers-color-scheme');
    expect(await shown('scheme=sepia')).toBe(await shown('scheme=light'));
    expect(await shown('styles=off')).not.toMatch(/<style/i);
  });

  it('shows its local pictures from here, and no others', async () => {
    const mail = await (await ask('/mail/2026-11/email.html')).text();
    const [, src = ''] = /src="(images\/here-[^"]*)"/.exec(mail) ?? [];
    const response = await ask(`/mail/2026-11/${src}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(picture));
    const names = [
      'here.png',
      '',
      '%2e%2e%2fhere.png',
      '..%2f..%2f..%2fpackage.json',
      `${src.slice('images/'.length)}%00`,
      src.slice('images/'.length, -1),
      `..%2f${src}`,
    ];
    for (const name of names) {
      expect((await ask(`/mail/2026-11/images/${name}`)).status).toBe(404);
    }
  });

  it('comes exactly as galley build writes it, as text', async () => {
    const source = await ask('/mail/2026-11/source.html');
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await source.text()).toBe(html());
    expect(html()).toContain('https://cdn.example/one/here-');
  });

  it('tells where the fields stand, as text, or that this is not known', async () => {
    expect((await ask('/mail/2026-11/places')).status).toBe(404);
    const known = { ...session(), traced: (slug: string) => Promise.resolve(`<p>${slug}</p>`) };
    const app = createAppOver(known);
    const response = await app.request(`${address}/mail/2026-11/places`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('<p>2026-11</p>');
    expect((await app.request(`${address}/mail/2026-12/places`)).status).toBe(404);
  });

  it('is saved as a message', async () => {
    const response = await ask('/mail/2026-11/email.eml');
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="2026-11.eml"');
    expect(await response.text()).toMatch(/^From: /);
  });
});
