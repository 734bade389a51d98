/**
 * A header field as it stands in the message, folds and all, without its last line end; a
 * character is a byte.
 */
export interface HeaderField {
  /** In small letters. */
  readonly name: string;
  readonly raw: string;
}

export interface ParsedMessage {
  /** From the top. */
  readonly fields: readonly HeaderField[];
  readonly body: string;
}

/** Parts a message's header fields and its body; a character is a byte. */
export function parseMessage(message: Uint8Array): ParsedMessage {
  const text = Buffer.from(message.buffer, message.byteOffset, message.length).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const head = end === -1 ? text.replace(/\r\n$/, '') : text.slice(0, end);
  const fields = head.split(/\r\n(?![ \t])/).map((raw) => ({
    name: raw
      .slice(0, Math.max(0, raw.indexOf(':')))
      .trimEnd()
      .toLowerCase(),
    raw,
  }));
  return { fields, body: end === -1 ? '' : text.slice(end + 4) };
}

/** A field in the `relaxed` form, without its line end (RFC 6376 section 3.4.2). */
export function relaxField({ name, raw }: HeaderField): string {
  const value = raw.slice(raw.indexOf(':') + 1).replaceAll('\r\n', '');
  return `${name}:${value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '')}`;
}

/** A body in the `relaxed` form (RFC 6376 section 3.4.4). */
export function relaxBody(body: string): string {
  const lines = body.split('\r\n').map((line) => {
    const narrow = line.replace(/[ \t]+/g, ' ');
    return narrow.endsWith(' ') ? narrow.slice(0, -1) : narrow;
  });
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

/**
 * The fields that a list of names chooses: the same name again is the next field of it upwards, and
 * nothing when there is no more (RFC 6376 section 5.4.2).
 */
export function chooseFields(
  fields: readonly HeaderField[],
  names: readonly string[],
): readonly HeaderField[] {
  const waiting = [...fields].reverse();
  return names.flatMap((name) => {
    const at = waiting.findIndex((field) => field.name === name.toLowerCase());
    return at === -1 ? [] : waiting.splice(at, 1);
  });
}
