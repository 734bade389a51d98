/** What Gmail shows of a mail before it clips it: about 102 KB of HTML. */
export const clip = { kilobytes: 102, nearFrom: 80, overFrom: 100 } as const;

/** `412 bytes`, `37.4 KB`, `1.2 MB`. A KB is 1,024 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return countWords(bytes, 'byte');
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${kilobytes.toFixed(1)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** How near the HTML is to being clipped. */
export function clipLevel(bytes: number): 'fine' | 'near' | 'over' {
  const kilobytes = bytes / 1024;
  if (kilobytes >= clip.overFrom) return 'over';
  return kilobytes >= clip.nearFrom ? 'near' : 'fine';
}

/** `1 link`, `1,204 words`. */
export function countWords(count: number, thing: string): string {
  return `${numberWords(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** `1,204` */
export function numberWords(count: number): string {
  return count.toLocaleString('en');
}

/** `2 Nov 2026` for `2026-11-02`; a date that is none stays as it is. */
export function dateWords(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** `2 Nov 2026, 14:05`, where the reader is, for a time in ISO 8601; one that is none stays as it is. */
export function timeWords(time: string, timeZone?: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(at);
}

/** `2 errors, 1 warning`; empty when there is nothing wrong. */
export function problemWords({
  errors,
  warnings,
}: {
  readonly errors: number;
  readonly warnings: number;
}): string {
  const parts = [
    errors > 0 ? countWords(errors, 'error') : '',
    warnings > 0 ? countWords(warnings, 'warning') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
