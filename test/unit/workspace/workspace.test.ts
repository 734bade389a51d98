import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWorkspace } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

describe('findWorkspace', () => {
  it('goes up from a folder to the nearest one with issues/', async () => {
    const root = await makeTempFolder();
    await mkdir(join(root, 'issues/2026-11'), { recursive: true });
    expect((await findWorkspace(join(root, 'issues/2026-11'))).root).toBe(root);
  });

  it('takes a named folder as it is, relative to where the command runs', async () => {
    const root = await makeTempFolder();
    await mkdir(join(root, 'letter/issues'), { recursive: true });
    expect((await findWorkspace(root, 'letter')).outDir).toBe(join(root, 'letter/out'));
  });

  it('says what is wrong with a named folder', async () => {
    const root = await makeTempFolder();
    await writeFile(join(root, 'file'), '');
    await expect(findWorkspace(root, 'nowhere')).rejects.toThrow('nowhere is not a folder.');
    await expect(findWorkspace(root, 'file')).rejects.toThrow('file is not a folder.');
    await expect(findWorkspace(join(root), '.')).rejects.toThrow('. has no issues/ folder.');
  });

  it('says so when there is no workspace', async () => {
    const root = await makeTempFolder();
    await expect(findWorkspace(root)).rejects.toMatchObject({ code: 'missing-workspace' });
  });
});
