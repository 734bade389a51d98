/** Opening and closing marks for `"` and for `'`. */
export type QuotationMarks = readonly [
  open: string,
  close: string,
  openSingle: string,
  closeSingle: string,
];

/**
 * The quotation marks of a BCP 47 language (after CLDR and national style guides): by the whole
 * tag, else by its primary subtag, else English. Null where straight quotes are left alone.
 */
export function quotationMarks(language: string): QuotationMarks | null {
  const tag = language.toLowerCase();
  const found = marks.get(tag) ?? marks.get(tag.split('-')[0] ?? '');
  if (found === undefined) return english;
  return found === '' ? null : toMarks(found);
}

// --- internal ---

const english: QuotationMarks = ['“', '”', '‘', '’'];

/** Four marks in a row, or eight where each has its space (French: a narrow no-break one). */
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bg: '„“‚‘',
    cs: '„“‚‘',
    da: '»«›‹',
    de: '„“‚‘',
    'de-ch': '«»‹›',
    'de-li': '«»‹›',
    el: '«»“”',
    es: '«»“”',
    et: '„“‚‘',
    fa: '«»‹›',
    fi: '””’’',
    fr: '«\u202f\u202f»“”',
    he: '””’’',
    hr: '„”‘’',
    hu: '„”»«',
    is: '„“‚‘',
    it: '«»“”',
    ja: '',
    lt: '„“‚‘',
    nb: '«»‘’',
    nn: '«»‘’',
    no: '«»‘’',
    pl: '„”«»',
    pt: '«»“”',
    'pt-br': '“”‘’',
    ro: '„”«»',
    ru: '«»„“',
    sk: '„“‚‘',
    sl: '„“‚‘',
    sv: '””’’',
    uk: '«»„“',
    yue: '',
    zh: '',
  }),
);

/** A space belongs to the mark beside it. */
function toMarks(found: string): QuotationMarks {
  const [open = '', close = '', openSingle = '', closeSingle = ''] =
    found.match(/[^\u202f]\u202f?|\u202f[^\u202f]/g) ?? [];
  return [open, close, openSingle, closeSingle];
}
