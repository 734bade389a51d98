import { describe, expect, it } from 'vitest';
import type { Opener } from '../../../src/cli/open-browser.ts';
import { openBrowser } from '../../../src/cli/open-browser.ts';

async function attempt(env: Readonly<Record<string, string>>, opener: Opener = fine) {
  const opened: string[] = [];
  let written = '';
  const stderr = { write: (text: string) => (written += text), isTTY: false };
  await openBrowser('http://127.0.0.1:4255/', { env, stderr }, async (address) => {
    opened.push(address);
    await opener(address);
  });
  return { opened, written };
}

const fine: Opener = () => Promise.resolve();

describe('openBrowser', () => {
  it('opens the address and says nothing', async () => {
    expect(await attempt({})).toEqual({ opened: ['http://127.0.0.1:4255/'], written: '' });
    expect((await attempt({ BROWSER: 'firefox' })).opened).toHaveLength(1);
  });

  it('opens nothing with BROWSER=none', async () => {
    expect(await attempt({ BROWSER: 'none' })).toEqual({ opened: [], written: '' });
  });

  it('says so where there is no browser, and throws nothing', async () => {
    const missing = () => Promise.reject(new Error('spawn xdg-open ENOENT'));
    expect((await attempt({}, missing)).written).toBe(
      'No browser could be opened here: go to the address yourself.\n',
    );
  });
});
