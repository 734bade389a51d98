import { describe, expect, it } from 'vitest';
import type { OutboxDetails } from '../../../../src/preview/model.ts';
import { hostileMails, outboxName } from '../../../support/hostile-mails.ts';
import { useOutboxApp } from './outbox-app.ts';
import { policyOf } from './preview-app.ts';
import { processorTime } from '../../../support/processor-time.ts';

const { ask, readJson } = useOutboxApp();

describe.each(hostileMails)('a hostile mail of $slug', ({ slug }) => {
  const name = outboxName(
    slug,
    hostileMails.findIndex((mail) => mail.slug === slug),
  );

  it('is shown in good time', async () => {
    const time = await processorTime(async () => {
      await readJson<OutboxDetails>(`/api/outbox/${name}`);
      for (const look of ['', '?scheme=dark', '?styles=off']) {
        const response = await ask(`/outbox/${name}/email.html${look}`);
        expect([200, 404]).toContain(response.status);
        await response.text();
      }
    });
    expect(time).toBeLessThan(5000);
  });

  it('is answered with nothing that a browser would run', async () => {
    const { attachments } = await readJson<OutboxDetails>(`/api/outbox/${name}`);
    const parts = attachments.flatMap(({ index }) => [`parts/${index}`, `cid/${index}`]);
    for (const path of ['email.html', 'email.txt', 'source.html', 'email.eml', ...parts]) {
      const response = await ask(`/outbox/${name}/${path}`);
      await response.arrayBuffer();
      const type = response.headers.get('content-type') ?? '';
      expect(type).toMatch(
        path === 'email.html' && response.ok
          ? /^text\/html; charset=utf-8$/
          : /^(?:text\/plain.*|message\/rfc822|application\/octet-stream|image\/png)$/i,
      );
      if (type === 'application/octet-stream') {
        expect(response.headers.get('content-disposition')).toMatch(
          /^attachment; filename="[\w. @+-]+"; filename\*=UTF-8''[\w.%~!-]+$/,
        );
      }
      expect(policyOf(response, 'default-src')).toBe("'none'");
      expect(policyOf(response, 'script-src') ?? "'none'").toBe("'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (response.ok) expect(policyOf(response, 'sandbox')).not.toMatch(/scripts|undefined/);
      expect(response.headers.has('set-cookie')).toBe(false);
    }
  });
});

describe('the name of an attachment', () => {
  it('is a name, and shows what it ends with', async () => {
    const index = hostileMails.findIndex(({ slug }) => slug === 'parts');
    const mail = await readJson<OutboxDetails>(`/api/outbox/${outboxName('parts', index)}`);
    expect(mail.attachments.map(({ name }) => name)).toEqual([
      'part-3.png',
      'part-4.bin',
      'evil.html',
      'invoice_fdp.exe__Set-Cookie_ a=b',
      'part-7.eml',
    ]);
  });
});
