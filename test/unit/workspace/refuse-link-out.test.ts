import { symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import { refuseLinkOut } from '../../../src/workspace/refuse-link-out.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

it('refuses to write where a link leads out of the workspace, or to nothing', async () => {
  const [root, outside] = await Promise.all([makeTempFolder(), makeTempFolder()]);
  symlinkSync(outside, join(root, 'out'), 'dir');
  symlinkSync(join(outside, 'missing'), join(root, 'schema'), 'dir');
  await mkdir(join(root, 'inside'));
  symlinkSync(join(root, 'inside'), join(root, 'linked'), 'dir');
  const refusal = (path: string) => {
    try {
      refuseLinkOut(workspaceAt(root), join(root, path));
      return null;
    } catch (error) {
      return error instanceof UserError ? [error.code, error.message] : error;
    }
  };
  expect(refusal('out')).toEqual([
    'cannot-write',
    'out is a link that leads out of the workspace.',
  ]);
  expect(refusal('schema')).toEqual(['cannot-write', 'schema is a link to what is not there.']);
  for (const path of ['inside', 'linked', 'not-yet', 'not-yet/file']) {
    expect(refusal(path)).toBeNull();
  }
});
