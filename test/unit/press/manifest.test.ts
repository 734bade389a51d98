import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import { readManifest, stampFiles } from '../../../src/press/manifest.ts';
import { writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

/** A workspace where issue `a` was built from `in.txt` to `out.txt`. */
async function built() {
  const root = await makeTempFolder();
  await writeFiles(root, { 'in.txt': 'in', 'out.txt': 'out' });
  const store = createMemoryStore();
  const manifest = await readManifest(root, store);
  const record = {
    settings: 's1',
    inputs: stampFiles(root, ['in.txt']),
    outputs: stampFiles(root, ['out.txt']),
    words: 1,
    minutes: 1,
    htmlBytes: 1,
    diagnostics: [],
  };
  manifest.record('a', record);
  await manifest.save();
  return { root, record, again: await readManifest(root, store) };
}

describe('the manifest', () => {
  it('remembers what a build was made of, and finds it unchanged', async () => {
    const { record, again } = await built();
    expect(again.unchanged('a', 's1')).toEqual(record);
    expect(again.last('a')).toEqual(record);
  });

  it('forgets nothing of other settings, but does not take it for unchanged', async () => {
    const { record, again } = await built();
    expect(again.unchanged('a', 's2')).toBeNull();
    expect(again.last('a')).toEqual(record);
    expect(again.unchanged('b', 's1')).toBeNull();
  });

  it('sees an input or an output that was changed or removed', async () => {
    const { root, again } = await built();
    await writeFiles(root, { 'in.txt': 'changed' });
    expect(again.unchanged('a', 's1')).toBeNull();
    const second = await built();
    await rm(join(second.root, 'out.txt'));
    expect(second.again.unchanged('a', 's1')).toBeNull();
  });

  it('sees a change that keeps size and time of modification', async () => {
    const { root, again } = await built();
    const { utimes, stat } = await import('node:fs/promises');
    const { mtime, atime } = await stat(join(root, 'in.txt'));
    await writeFiles(root, { 'in.txt': 'IN' });
    await utimes(join(root, 'in.txt'), atime, mtime);
    expect(again.unchanged('a', 's1')).toBeNull();
  });

  it('knows what was written of an issue that can no longer be built', async () => {
    const { again, record } = await built();
    again.invalidate('a');
    expect(again.unchanged('a', 's1')).toBeNull();
    expect(again.last('a')?.outputs).toEqual(record.outputs);
  });

  it('takes what it cannot look into for absent', async () => {
    const { root, again } = await built();
    await rm(join(root, 'out.txt'));
    await writeFiles(root, { 'out.txt/file': 'x' });
    expect(again.unchanged('a', 's1')).toBeNull();
    expect(stampFiles(root, ['in.txt/x'])).toEqual({ 'in.txt/x': 'absent' });
  });
});
