import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { smallIssue } from '../support/plain-letter.ts';
import { decodeEntities } from '../support/html.ts';
import { printIssueOf } from '../support/print-issue.ts';

const open = useBrowser();

const code = `function  spaced(a,   b) {
  // two,   three

\tif (a < b && "x" !== '&nbsp;') return \`<b>\${a}</b>\`;
  return /^\\s{2,}$/u;   
}`;
const shown = code.replaceAll('\t', '    ').replaceAll(/ +$/gm, '');

test.each(['ts', 'text', 'no-such-language'])(
  'code in %s keeps its spaces and lines',
  async (language) => {
    const { html } = await printCode(language);
    const [, cell = ''] = /<code style="[^"]*">([^]*?)<\/code>/.exec(html) ?? [];
    expect(html).not.toContain('white-space');
    expect(cell.replace(/<[^>]*>/g, '')).not.toMatch(/ {2}|\n/);
    const lines = cell.split('<br>').map((line) => decodeEntities(line.replace(/<[^>]*>/g, '')));
    expect(lines.join('\n').replaceAll('\u00a0', ' ')).toBe(shown);
  },
);

test('code keeps its shape in a window that is wide enough', async () => {
  const { html } = await printCode('ts');
  const page = await open(html, { width: 1000 });
  const text = await page.locator('td > code').innerText();
  expect(text.replaceAll('\u00a0', ' ').trimEnd()).toBe(shown);
});

test('colours stand inline, and a class lets dark mode change each', async () => {
  const { html } = await printCode('ts');
  const [, cell = ''] = /<code style="[^"]*">([^]*?)<\/code>/.exec(html) ?? [];
  const spans = [...cell.matchAll(/<span([^>]*)>/g)].map(([, attributes = '']) => attributes);
  expect(spans.length).toBeGreaterThan(5);
  expect(
    spans.filter((span) => !/^ style="color:#[0-9a-f]{6}" class="k[cksnfyt]"$/.test(span)),
  ).toEqual([]);
});

test('blank lines around code are dropped, and cost it no colours', async () => {
  const tidy = await printCode('ts');
  const padded = await printCode('ts', `\n\n${code}\n\n`);
  expect(padded.html).toBe(tidy.html);
  expect(padded.text).toBe(tidy.text);
});

test('a line too long for the window breaks inside the box', async () => {
  const { html } = await printIssueOf({
    ...smallIssue,
    sections: [
      {
        kind: 'intro',
        greeting: 'Hi',
        body: [{ kind: 'code', language: 'text', code: 'x'.repeat(500) }],
      },
      { kind: 'sign-off', body: 'Bye.' },
    ],
  });
  const page = await open(html, { width: 320 });
  const box = await page.locator('td > code').boundingBox();
  expect(box?.width).toBeLessThanOrEqual(320 - 2 * 16 - 2 * 15);
  expect(box?.height).toBeGreaterThan(200);
});

// --- internal ---

function printCode(language: string, text = code) {
  return printIssueOf({
    ...smallIssue,
    sections: [
      { kind: 'intro', greeting: 'Hi', body: [{ kind: 'code', language, code: text }] },
      { kind: 'sign-off', body: 'Bye.' },
    ],
  });
}
