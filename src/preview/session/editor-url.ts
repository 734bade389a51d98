/**
 * The address that opens an author's editor at a place: `template` is one that `chooseEditor`
 * allowed, `file` an absolute path of this computer, Windows' too.
 */
export function editorUrl(
  template: string,
  file: string,
  place: { readonly line: number | null; readonly column: number | null },
): string {
  const path = encodePath(file);
  return template.replace(/(.{0,2})\{(file|line|column)\}/g, (_, before: string, name: string) => {
    if (name === 'line') return before + String(place.line ?? 1);
    if (name === 'column') return before + String(place.column ?? 1);
    return before + (/(?:^|[^/])\/$/.test(before) ? path.slice(1) : atStart(path, before));
  });
}

// --- internal ---

/** With a slash first, as in the path of a URL (RFC 3986): `/home/ada/a%20b.ts`, `/C:/a.ts`. */
function encodePath(file: string): string {
  const isWindows = /^(?:[a-z]:[\\/]|\\\\)/i.test(file);
  const [first = '', ...rest] = (isWindows ? file.replaceAll('\\', '/') : file).split('/');
  const drive = isWindows && first !== '' ? `/${first}` : encode(first);
  return [drive, ...rest.map(encode)].join('/');
}

/** As a whole value, `file=C:/a.ts`, a drive has no slash before it. */
function atStart(path: string, before: string): string {
  return before.endsWith('=') && /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
}

/** Beyond `encodeURIComponent`: what would end an attribute or a link in Markdown. */
function encode(step: string): string {
  const whole = step.toWellFormed();
  return encodeURIComponent(whole).replace(/['()*!]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
