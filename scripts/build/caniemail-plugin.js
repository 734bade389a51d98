import { readFile } from 'node:fs/promises';

/**
 * An esbuild plugin that bundles of caniemail's data what the rules about mail programs read: of each
 * feature the latest result of the six families that they look at.
 */
export function slimCaniemail() {
  return {
    name: 'slim-caniemail',
    setup(build) {
      build.onLoad({ filter: /caniemail[\\/]data[\\/]caniemail\.json$/ }, async ({ path }) => ({
        contents: JSON.stringify(slimData(JSON.parse(await readFile(path, 'utf8')))),
        loader: 'json',
      }));
    },
  };
}

/** The same data with less in it: features that some program lacks, families, latest versions. */
export function slimData({ data }) {
  return {
    data: data
      .map(({ slug, stats }) => ({ slug, stats: slimStats(stats) }))
      .filter(({ stats }) => Object.keys(stats).length > 0),
  };
}

// --- internal ---

const families = {
  gmail: ['desktop-webmail', 'ios', 'android'],
  outlook: ['windows', 'outlook-com'],
  'apple-mail': ['macos', 'ios'],
  yahoo: ['desktop-webmail', 'ios', 'android'],
  'samsung-email': ['android'],
  thunderbird: ['macos', 'windows'],
};

/** A family that supports the feature wherever it was tried need not be there. */
function slimStats(stats) {
  const kept = Object.entries(families).flatMap(([family, platforms]) => {
    const results = platforms
      .map((platform) => [platform, Object.values(stats[family]?.[platform] ?? {}).at(-1)])
      .filter(([, latest]) => latest !== undefined)
      .map(([platform, latest]) => [platform, { '': latest.slice(0, 1) }]);
    const lacks = results.some(([, result]) => result[''] === 'n');
    return lacks ? [[family, Object.fromEntries(results)]] : [];
  });
  return Object.fromEntries(kept);
}
