import { expect } from 'vitest';
import type { OpenPage } from './browser.ts';
import type { Finished } from './galley.ts';
import { markup, markupLine } from './hostile.ts';

/** What an author is told: what happened, never where Galley was at the time. */
export function expectCalm({ code, stdout, stderr }: Finished, root: string): void {
  const output = stdout + stderr;
  expect([1, 2]).toContain(code);
  expect(output).not.toMatch(/^ +at .*:\d+:\d+/m);
  expect(output).not.toMatch(/node_modules|evalmachine|dist\/|\.bundle/);
  expect(output).not.toContain(root);
  // Nothing that a terminal would obey.
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
}

/** Shows the HTML in a browser, which runs what can run and asks for what can be asked for. */
export async function expectHarmless(open: OpenPage, html: string): Promise<void> {
  const inert = html.replace(/src="(?:images\/|cid:)[^"]*"/g, 'src="data:,"');
  const page = await open(inert, { width: 600 });
  const report = await page.evaluate<Harm>(`({
    ran: 'hit' in window,
    elements: [...document.querySelectorAll(
      'script, svg, iframe, object, embed, form, base, link, plaintext, [http-equiv=refresh]',
    )].map((element) => element.outerHTML),
    handlers: [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'autofocus'),
    ).length,
    schemes: [...new Set([...document.querySelectorAll('a:not([href^="{{unsub"])')].map(({ protocol }) => protocol))],
    hidden: getComputedStyle(document.body).display,
    title: document.title,
    text: document.body.textContent,
  })`);
  const { text, title, ...harm } = report;
  const nothing = { ran: false, elements: [], handlers: 0, hidden: 'block' };
  expect(harm).toEqual({ ...nothing, schemes: ['https:'] });
  expect(title).toBe(markupLine);
  for (const words of markup) expect(text).toContain(words);
}

// --- internal ---

interface Harm {
  readonly ran: boolean;
  readonly elements: readonly string[];
  readonly handlers: number;
  readonly schemes: readonly string[];
  readonly hidden: string;
  readonly title: string;
  readonly text: string;
}
