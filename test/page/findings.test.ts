import { expect, it } from 'vitest';
import { mailFrame, useLivePreviews } from '../support/live-preview.ts';
import { letter, letterFiles } from '../support/live-letter.ts';

const filler = 'Lorem ipsum.';
const start = useLivePreviews(letterFiles);

it('what the rules find is led to in the mail, and marked there', async () => {
  const { page, save } = await start('?issue=autumn&view=text');
  const noted = letter(2, 'The words of autumn.').replace(
    '    body: Bye.',
    `    body: "${filler} Bye."`,
  );
  await save({ 'issues/autumn/issue.yaml': noted });
  const finding = page.locator('problem-panel article', { hasText: 'leftover' });
  await finding.waitFor({ state: 'attached' });
  await page.locator('problem-panel h2 button').click();
  await finding.getByRole('button', { name: 'Show in the mail' }).click();

  const frame = await mailFrame(page);
  const marked = frame.locator('p', { hasText: filler });
  await expect
    .poll(() => marked.evaluate((one) => one.getAnimations().length), { timeout: 10_000 })
    .toBe(1);
  expect(await marked.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  await expect
    .poll(() =>
      marked.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && scrollY > 0;
      }),
    )
    .toBe(true);
  expect(page.url()).not.toContain('view=text');

  await save({ 'issues/autumn/issue.yaml': letter(2, 'The words of autumn.') });
  await finding.waitFor({ state: 'detached' });
});
