import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { packGalley } from '../support/pack-galley.ts';
import { applyEdit, patternOf, readSteps, runLine } from '../support/run-tour.ts';

const page = fileURLToPath(new URL('../../docs/tour.md', import.meta.url));
const folder = useTempFolder();

describe('the tour', () => {
  it('goes as it is written, as a new user would go it', { timeout: 240_000 }, async () => {
    const { tarball } = await packGalley(folder());
    expect(tarball).toBe(join(folder(), 'galley-0.1.0.tgz'));
    const text = inThisMonth(await readFile(page, 'utf8'));
    const steps = readSteps(text);
    expect(steps.length).toBeGreaterThan(8);
    let here = folder();
    for (const step of steps) {
      if (step.kind === 'diff') {
        await applyEdit(here, step);
        continue;
      }
      for (const { line, output } of step.commands) {
        if (line.startsWith('cd ')) {
          here = join(here, line.slice('cd '.length));
          continue;
        }
        const { code, stdout } = await runLine(here, line);
        expect(stdout, line).toMatch(patternOf(output));
        expect(code, line).toBe(step.exitCode);
      }
    }
    const html = await readFile(join(here, `out/${month(0)}/email.html`), 'utf8');
    expect(html).toContain('The first issue of Margin Notes');
  });

  it('is held against the output roughly, but not too roughly', () => {
    const pattern = patternOf(['a 12 words', '…', 'b … d']);
    expect('a 7    words\nx\ny\nb c d\n').toMatch(pattern);
    expect('a seven words\nb c d\n').not.toMatch(pattern);
    expect('a 7 words\nb c\n').not.toMatch(pattern);
    expect('a 7 words\nb c d\nmore\n').not.toMatch(pattern);
    expect('').not.toMatch(pattern);
  });
});

/** The page as someone reads it this month: the names of its issues are months. */
function inThisMonth(text: string): string {
  return text
    .replaceAll('2026-12', '<next>')
    .replaceAll('2026-11', month(0))
    .replaceAll('<next>', month(1));
}

/** YYYY-MM, so many months from now. */
function month(ahead: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
    .toISOString()
    .slice(0, 7);
}
