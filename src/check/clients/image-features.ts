/** The feature that the format of a picture is, by its address, and what it is called; else null. */
export function imageFeature(
  src: string,
): { readonly feature: string; readonly shown: string } | null {
  if (/^data:/i.test(src)) return { feature: 'image-base64', shown: 'a picture inside the HTML' };
  const path = URL.canParse(src) ? new URL(src).pathname : src;
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = formats.get(ending);
  return format === undefined ? null : { feature: `image-${format}`, shown: ending.toUpperCase() };
}

/** All features that can be told, for a test that holds them against the data. */
export function toldImageFeatures(): readonly string[] {
  return ['image-base64', ...[...formats.values()].map((format) => `image-${format}`)];
}

// --- internal ---

const formats: ReadonlyMap<string, string> = new Map([
  ['avif', 'avif'],
  ['heic', 'heif'],
  ['heif', 'heif'],
  ['ico', 'ico'],
  ['mp4', 'mp4'],
  ['svg', 'svg'],
  ['tif', 'tiff'],
  ['tiff', 'tiff'],
  ['webp', 'webp'],
  ['jxr', 'hdr'],
  ['hdr', 'hdr'],
]);
