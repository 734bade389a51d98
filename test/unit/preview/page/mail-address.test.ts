import { expect, it } from 'vitest';
import { inversionOf, mailAddress } from '../../../../src/preview/page/mail-address.ts';

it('asks the server for what only it can change: scheme, images, styles', () => {
  const address = mailAddress('/mail/2026-11', { look: 'dark', images: 'blocked', styles: false });
  expect(address).toBe('/mail/2026-11/email.html?scheme=dark&images=blocked&styles=off');
});

it('starts inversions from the light mail', () => {
  for (const look of ['light', 'partial', 'full'] as const) {
    const address = mailAddress('/mail/one', { look, images: 'local', styles: true });
    expect(address).toBe('/mail/one/email.html?scheme=light&images=local');
  }
  expect(inversionOf('partial')).toBe('partial');
  expect(inversionOf('dark')).toBeNull();
});
