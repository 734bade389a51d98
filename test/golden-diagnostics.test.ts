import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenSources, openWorkspace } from './support/broken-sources.ts';
import { useTempFolder } from './support/make-temp-folder.ts';
import { letRejectionsPass } from './support/unheard-rejections.ts';

/*
 * golden/diagnostics/ holds issues with mistakes, and beside each what `galley check` says of it.
 * `npm run golden` writes what is expected anew; the diff is to be read.
 */

describe.each(['yaml', 'typescript'] as const)('the broken sources in %s', (format) => {
  const sources = brokenSources(format);
  const root = useTempFolder();
  letRejectionsPass();
  let opened: ReturnType<typeof openWorkspace> | null = null;

  test.each(sources)('are told where and how: $slug', async ({ slug, report }) => {
    opened ??= openWorkspace(root(), sources);
    const check = await opened;
    const found = await check(slug);
    expect(found).not.toBe('');
    await expect(found).toMatchFileSnapshot(report);
  });

  test('are at least thirty, and no report is left of one that is gone', () => {
    expect(sources.length).toBeGreaterThanOrEqual(30);
    const folder = dirname(sources[0]?.report ?? '');
    const reports = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const slugs = new Set(sources.map(({ slug }) => slug));
    expect(reports.filter((name) => !slugs.has(name.slice(0, -4)))).toEqual([]);
  });
});
