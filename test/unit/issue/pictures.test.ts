import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPictures } from '../../../src/issue/pictures.ts';
import { writeFiles } from '../../support/galley.ts';
import { makePng } from '../../support/make-image.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

async function hintsFor(root: string, ...sources: readonly string[]): Promise<readonly string[]> {
  const fields = sources.map((text) => ({ path: [text], text }));
  const { problems } = await readPictures(root, join(root, 'issues/2026-01.yaml'), fields);
  return problems.map(({ hint }) => hint ?? '');
}

describe('a picture that is not there', () => {
  it('is told with the one whose name is nearest', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'issues/images/Photo.PNG': makePng(9, 9),
      'issues/images/notes.txt': '',
      'pictures/boat.jpeg': '',
    });
    expect(
      await hintsFor(root, 'images/photo.jpg', 'images/Phtoo.PNG', '../pictures/boat.jpg'),
    ).toEqual([
      'Did you mean "images/Photo.PNG"?',
      'Did you mean "images/Photo.PNG"?',
      'Did you mean "../pictures/boat.jpeg"?',
    ]);
    const usual = 'Check the name: the path starts at the folder the issue is in.';
    expect(await hintsFor(root, 'images/note.txt', 'images/table.png', 'none/a.png')).toEqual([
      usual,
      usual,
      usual,
    ]);
  });

  it('tells of no name outside the workspace', async () => {
    const [root, outside] = [await makeTempFolder(), await makeTempFolder()];
    await writeFiles(outside, { 'secret.png': makePng(9, 9) });
    await mkdir(join(root, 'issues'));
    await symlink(outside, join(root, 'issues/linked'));
    const hints = await hintsFor(root, 'linked/secret.pgn', `../../secret.pgn`);
    expect(hints.join('\n')).not.toContain('secret.png');
  });
});
