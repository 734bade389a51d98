import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { mailFrame, useLivePreviews } from '../support/live-preview.ts';
import { letter, letterFiles } from '../support/live-letter.ts';

const start = useLivePreviews(letterFiles);

const source = 'issues/autumn/issue.yaml';

/** A letter that ends with this. */
function endingWith(markdown: string): string {
  const plain = letter(2, 'The words of autumn.');
  return plain.replace('    body: Bye.', `    body: ${JSON.stringify(markdown)}`);
}

/** The problems that have these words, once they are there and the panel is open. */
async function findProblems(page: Page, words: string): Promise<Locator> {
  const problems = page.locator('problem-panel article', { hasText: words });
  await problems.first().waitFor({ state: 'attached' });
  const toggle = page.locator('problem-panel h2 button');
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return problems;
}

/** Asks to be led to a problem. */
async function lead(problem: Locator): Promise<void> {
  await problem.getByRole('button', { name: 'Show in the mail' }).click();
}

/** What is marked in the mail now, in its order. */
async function marks(page: Page): Promise<readonly string[]> {
  const frame = await mailFrame(page);
  return frame.evaluate(() =>
    document.getAnimations().flatMap(({ effect }) => {
      const marked = effect instanceof KeyframeEffect ? effect.target : null;
      return marked === null ? [] : [`${marked.localName}: ${marked.textContent}`];
    }),
  );
}

it('what the rules find is led to in the mail, and marked there', async () => {
  const { page, save } = await start('?issue=autumn&view=text');
  await save({ [source]: endingWith('Lorem ipsum. Bye.') });
  const finding = await findProblems(page, 'leftover');
  await lead(finding);

  const frame = await mailFrame(page);
  const marked = frame.locator('p', { hasText: 'Lorem ipsum.' });
  await expect.poll(() => marks(page), { timeout: 10_000 }).toEqual(['p: Lorem ipsum. Bye.']);
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

  await save({ [source]: letter(2, 'The words of autumn.') });
  await finding.waitFor({ state: 'detached' });
});

it('of a long text the very piece is marked, and nothing else any more', async () => {
  const { page, save } = await start('?issue=autumn');
  const links =
    'One [here](https://example.com/1).\n\n- Two [here](https://example.com/2?utm_id=2)';
  await save({ [source]: endingWith(`Bye.\n\n${links}\n\nIt's *the* the end.`) });
  const weak = await findProblems(page, 'weak-link-text');
  const frame = await mailFrame(page);
  const href = () =>
    frame.evaluate(() => {
      const { effect } = document.getAnimations()[0] ?? {};
      return effect instanceof KeyframeEffect ? effect.target?.getAttribute('href') : null;
    });
  await lead(weak.nth(1));
  await expect.poll(href, { timeout: 10_000 }).toBe('https://example.com/2?utm_id=2');
  await lead(weak.nth(0));
  await expect.poll(href).toBe('https://example.com/1');
  expect(await marks(page)).toHaveLength(1);
  await lead(await findProblems(page, 'tracking-parameter'));
  await expect.poll(href).toBe('https://example.com/2?utm_id=2');
  await lead(await findProblems(page, 'doubled-word'));
  await expect.poll(() => marks(page)).toEqual(['p: It’s the the end.']);
});

it('the panel stays open while one warning after the other is mended', async () => {
  const { page, save } = await start('?issue=autumn');
  await save({ [source]: endingWith('Lorem ipsum. The the end.') });
  await findProblems(page, 'doubled-word');
  const panel = page.getByRole('group', { name: 'Problems' });
  await save({ [source]: endingWith('Lorem ipsum. The end.') });
  await page.locator('problem-panel article', { hasText: 'doubled-word' }).waitFor({
    state: 'detached',
  });
  expect(await panel.isVisible()).toBe(true);
  await save({ [source]: endingWith('Lorem ipsum.').replace('preheader:', 'preheadr:') });
  await page.locator('problem-panel article', { hasText: 'unknown-key' }).waitFor();
  await save({ [source]: endingWith('Lorem ipsum.') });
  await page.locator('problem-panel article', { hasText: 'leftover' }).waitFor();
});
