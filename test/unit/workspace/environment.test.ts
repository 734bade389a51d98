import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/workspace/environment.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

describe('the environment', () => {
  it('has the values of .env, and its own over them', async () => {
    const root = await makeTempFolder();
    const text = '\uFEFF# A comment\nA=1\nexport B="two # words"\nC=\'3\'\r\nD=\n__proto__=x\n';
    await writeFiles(root, { '.env': text });
    const env = { C: 'from outside', D: undefined, E: '' };
    const { values, diagnostics } = readEnvironment(workspaceAt(root), env);
    expect(diagnostics).toEqual([]);
    expect(values).toMatchObject({ A: '1', B: 'two # words', C: 'from outside', D: '', E: '' });
  });

  it('does without a .env', async () => {
    const workspace = workspaceAt(await makeTempFolder());
    expect(readEnvironment(workspace, { A: '1' })).toEqual({ values: { A: '1' }, diagnostics: [] });
  });

  it('says that .env can not be read, with no place that could be shown', async () => {
    const root = await makeTempFolder();
    await mkdir(join(root, '.env'));
    const { values, diagnostics } = readEnvironment(workspaceAt(root), { A: '1' });
    expect(values).toEqual({ A: '1' });
    expect(diagnostics).toMatchObject([
      { code: 'unreadable-source', severity: 'error', file: '.env', line: null, column: null },
    ]);
  });
});
