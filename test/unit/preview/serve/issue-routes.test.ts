import { describe, expect, it } from 'vitest';
import type { IssueChanges, IssueDetails } from '../../../../src/preview/model.ts';
import { showDetails } from '../../../../src/preview/serve/show-details.ts';
import { smallIssue } from '../../../support/plain-letter.ts';
import { soundIssue } from '../../../support/preview-session.ts';
import { address, picture, usePreviewApp } from './preview-app.ts';

const { appWith, ask, html, post } = usePreviewApp();

describe('an issue', () => {
  it('is shown with its links and its message', async () => {
    const details = (await (await ask('/api/issues/2026-11')).json()) as IssueDetails;
    const { rendering } = details;
    expect(rendering).toMatchObject({
      stale: false,
      links: { total: 3, distinct: 2 },
      hasRemoteImages: true,
      inbox: { subject: 'A small letter' },
    });
    expect(rendering?.message.root.parts.map(({ type }) => type)).toEqual([
      'text/plain',
      'multipart/related',
    ]);
    expect(rendering?.message.headers).toContainEqual({
      name: 'Subject',
      value: 'A small letter',
    });
    const eml = await (await ask('/mail/2026-11/email.eml')).arrayBuffer();
    expect(rendering?.message.bytes).toBe(eml.byteLength);
  });

  it('that was never without errors has no rendering, no mail and no changes', async () => {
    const details = (await (await ask('/api/issues/2026-12')).json()) as IssueDetails;
    expect(details).toMatchObject({ row: { slug: '2026-12' }, rendering: null });
    const changes = await ask('/api/issues/2026-12/changes');
    expect(changes.status).toBe(404);
    expect(await changes.json()).toEqual({ message: expect.stringMatching(/errors/) as string });
    expect((await ask('/mail/2026-12/email.html')).status).toBe(404);
  });

  it.each(['none', '..', '%2e%2e%2fpackage.json', '__proto__', 'constructor', '%00', '%ff', 'A'])(
    'that is called %s is none',
    async (slug) => {
      for (const path of [`/api/issues/${slug}`, `/api/issues/${slug}/changes`]) {
        const response = await ask(path);
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual({ message: expect.any(String) as string });
      }
      const mail = await ask(`/mail/${slug}/email.html`);
      expect(mail.status).toBe(404);
      expect(mail.headers.get('content-type')).toMatch(/^text\/plain/);
      expect((await post(`/api/send/${slug}`)).status).toBe(404);
    },
  );

  it('is compared with its last build', async () => {
    const readBuilt = (slug: string) =>
      Promise.resolve({ html: '<p>was</p>', text: `${slug}\nbuilt\n` });
    const response = await appWith({ readBuilt }).request(`${address}/api/issues/2026-11/changes`);
    const changes = (await response.json()) as IssueChanges;
    expect(changes.htmlBytes).toEqual({ built: 10, now: Buffer.byteLength(html()) });
    expect(changes.text.find(({ kind }) => kind === 'removed')?.lines).toContain('built');
    const never = await (await ask('/api/issues/2026-11/changes')).json();
    expect(never).toMatchObject({ built: false, text: [], html: [] });
  });
});

describe('pictures', () => {
  it('count as remote when they come from the web, not when they will be there', async () => {
    const [intro, signOff] = smallIssue.sections;
    const body = '![Here](here.png)';
    const sections = [{ ...intro, body }, signOff] as typeof smallIssue.sections;
    const config = { imageBase: 'https://cdn.example/?a=1&b={slug}' };
    const issue = await soundIssue('a', { ...smallIssue, sections }, config, {
      'here.png': picture,
    });
    expect(issue.print?.printed.html).toContain('src="https://cdn.example/');
    expect(showDetails(issue).rendering?.hasRemoteImages).toBe(false);
    const shown = await (await ask('/api/issues/2026-11')).json();
    expect(shown).toMatchObject({ rendering: { hasRemoteImages: true } });
  });
});
