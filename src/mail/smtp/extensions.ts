/** What a server offers: each keyword in capitals with its parameters (RFC 5321 section 4.1.1.1). */
export type Extensions = ReadonlyMap<string, readonly string[]>;

/** Reads the answer to EHLO; empty for one to HELO. */
export function parseExtensions(answer: string): Extensions {
  const [, ...lines] = answer.split(/\r?\n/);
  const extensions = new Map<string, readonly string[]>();
  for (const line of lines) {
    // Old servers write AUTH=LOGIN.
    const words = line
      .slice(4)
      .toUpperCase()
      .split(/[\s=]+/)
      .filter((word) => word !== '');
    const [keyword, ...parameters] = words;
    if (keyword === undefined || !/^[A-Z0-9][A-Z0-9-]*$/.test(keyword)) continue;
    extensions.set(keyword, [...(extensions.get(keyword) ?? []), ...parameters]);
  }
  return extensions;
}

/** The largest message in bytes (RFC 1870); null where there is no fixed limit, or none is named. */
export function sizeLimit(extensions: Extensions): number | null {
  const size = Number(extensions.get('SIZE')?.[0] ?? 0);
  return Number.isSafeInteger(size) && size > 0 ? size : null;
}
