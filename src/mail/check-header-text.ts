/** What a text for a message's header must not hold. */
export type HeaderTextRefusal =
  'line-break' | 'control-character' | 'bidi-control' | 'lone-surrogate';

export type HeaderTextCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: HeaderTextRefusal;
      /** Where it stands, in UTF-16 units from the start. */
      readonly offset: number;
      /** Says what was found, to follow a field's name: "holds a line break (U+000A)". */
      readonly message: string;
    };

/**
 * Checks a subject, a name or another header value for characters that could end the header, hide
 * in it or turn its reading direction: control characters (CR, LF, NUL, tab), Unicode's line breaks
 * (U+0085, U+2028, U+2029), direction overrides, embeddings and isolates, and half surrogate pairs.
 */
export function checkHeaderText(text: string): HeaderTextCheck {
  const found = REFUSED.exec(text);
  if (found === null) return { ok: true };
  const code = found[0].charCodeAt(0);
  const reason = classify(code);
  const point = code.toString(16).toUpperCase().padStart(4, '0');
  const message = `holds ${NAMES[reason]} (U+${point})`;
  return { ok: false, reason, offset: found.index, message };
}

// --- internal ---

const REFUSED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

const LINE_BREAKS: ReadonlySet<number> = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);

const NAMES: Readonly<Record<HeaderTextRefusal, string>> = {
  'line-break': 'a line break',
  'control-character': 'an invisible control character',
  'bidi-control': 'an invisible character that turns the reading direction',
  'lone-surrogate': 'half of a character',
};

function classify(code: number): HeaderTextRefusal {
  if (LINE_BREAKS.has(code)) return 'line-break';
  if (code >= 0xd800) return 'lone-surrogate';
  return code >= 0x2000 ? 'bidi-control' : 'control-character';
}
