import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAligned, readDkimSettings } from '../../../src/post/dkim-settings.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const all = { DKIM_DOMAIN: 'example.com', DKIM_SELECTOR: 'galley', DKIM_KEY_FILE: 'dkim.pem' };
const nowhere = workspaceAt('/nowhere');

describe('the settings for DKIM', () => {
  it('are none when none is set', async () => {
    expect(await readDkimSettings(nowhere, { DKIM_DOMAIN: '' })).toBeNull();
  });

  it('name domain, selector and key, whose path starts at the workspace', async () => {
    const root = await makeTempFolder();
    await writeFile(join(root, 'dkim.pem'), 'a key');
    const settings = { ...all, DKIM_DOMAIN: 'Bücher.example' };
    expect(await readDkimSettings(workspaceAt(root), settings)).toEqual({
      domain: 'xn--bcher-kva.example',
      selector: 'galley',
      privateKey: 'a key',
    });
  });

  it.each([
    [{ DKIM_DOMAIN: 'example.com' }, 'DKIM_SELECTOR and DKIM_KEY_FILE'],
    [{ DKIM_SELECTOR: 's', DKIM_KEY_FILE: 'k' }, 'DKIM_DOMAIN must'],
    [{ ...all, DKIM_KEY_FILE: ' ' }, 'DKIM_KEY_FILE must'],
  ])('are all needed: %j', async (settings, named) => {
    await expect(readDkimSettings(nowhere, settings)).rejects.toMatchObject({
      code: 'invalid-mail-setting',
      message: expect.stringContaining(named) as string,
    });
  });

  it.each([
    { ...all, DKIM_DOMAIN: 'com' },
    { ...all, DKIM_DOMAIN: 'a.example; d=b.example' },
    { ...all, DKIM_SELECTOR: 'a b' },
    { ...all, DKIM_SELECTOR: 'a\r\nX: y' },
    { ...all, DKIM_SELECTOR: 'a\r\nb' },
    { ...all, DKIM_SELECTOR: '.a' },
  ])('are like domain names: %j', async (settings) => {
    await expect(readDkimSettings(nowhere, settings)).rejects.toMatchObject({
      code: 'invalid-mail-setting',
    });
  });

  it('are of no use with a key that can not be read: that is said, and nothing is unsigned', async () => {
    await expect(readDkimSettings(nowhere, all)).rejects.toMatchObject({
      code: 'unusable-dkim-key',
      message: "The file that DKIM_KEY_FILE names can't be read.",
    });
  });
});

describe('alignment', () => {
  it.each([
    ['example.com', 'a@example.com', true],
    ['Example.com', 'a@EXAMPLE.com', true],
    ['example.com', 'a@news.example.com', true],
    ['mail.example.com', 'a@example.com', true],
    ['xn--bcher-kva.example', 'a@bücher.example', true],
    ['example.com', 'a@badexample.com', false],
    ['example.org', 'a@example.com', false],
  ])('of %s with %s is %s', (domain, address, aligned) => {
    expect(isAligned(domain, address)).toBe(aligned);
  });
});
