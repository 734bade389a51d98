import type { Decoded } from './decoded.ts';
import type { StringPart } from './source-node.ts';

/** A part and which units of the string it gave, from `from` up to `to`. */
export interface AlignedPart {
  readonly from: number;
  readonly to: number;
  readonly part: StringPart;
  /** For a literal: which of its units each unit of the string is; in step when left out. */
  readonly units?: readonly number[];
}

/**
 * Which part of a text each literal gave. Between expressions whose value is unknown a literal is
 * found by its words, when they are there once; null when the parts can't give the string.
 */
export function alignParts(
  parts: readonly StringPart[],
  value: string,
): readonly AlignedPart[] | null {
  const known = parts.filter((part): part is KnownPart => part.decoded !== null);
  if (known.length === parts.length) return alignKnown(known, value) ?? alignLoosely(known, value);
  return alignAround(parts, value);
}

// --- internal ---

type KnownPart = StringPart & { readonly decoded: Decoded };

function alignKnown(parts: readonly KnownPart[], value: string): readonly AlignedPart[] | null {
  const aligned: AlignedPart[] = [];
  let from = 0;
  for (const part of parts) {
    if (!value.startsWith(part.decoded.value, from)) return null;
    const to = from + part.decoded.value.length;
    aligned.push({ from, to, part });
    from = to;
  }
  return from === value.length ? aligned : null;
}

/** For a text of which blanks were taken away, as `trim` does, or a tag that undoes indentation. */
function alignLoosely(parts: readonly KnownPart[], value: string): readonly AlignedPart[] | null {
  const aligned: AlignedPart[] = [];
  let at = 0;
  for (const part of parts) {
    const from = at;
    const units: number[] = [];
    const text = part.decoded.value;
    for (let index = 0; index < text.length; index++) {
      if (text[index] === value[at]) {
        units.push(index);
        at += 1;
      } else if (/\S/.test(text.charAt(index))) return null;
    }
    aligned.push({ from, to: at, part, units });
  }
  return at === value.length ? aligned : null;
}

/** Parts of which some are unknown: from the front, from the back, then what is between. */
function alignAround(parts: readonly StringPart[], value: string): readonly AlignedPart[] | null {
  const runs = runsOf(parts);
  let from = 0;
  let to = value.length;
  const [first] = runs;
  const last = runs.at(-1);
  if (first?.text != null) {
    if (!value.startsWith(first.text)) return null;
    from = first.text.length;
  }
  if (last?.text != null && last !== first) {
    if (!value.slice(from).endsWith(last.text)) return null;
    to -= last.text.length;
  }
  const aligned: AlignedPart[] = [];
  let waiting: StringPart[] = [];
  let cursor = 0;
  const place = (run: Run, start: number): void => {
    aligned.push(...alignUnknown(waiting, value, cursor, start));
    waiting = [];
    cursor = start;
    for (const part of run.parts) {
      const next = cursor + (part.decoded?.value.length ?? 0);
      aligned.push({ from: cursor, to: next, part });
      cursor = next;
    }
  };
  for (const run of runs) {
    const start = run === first && run.text !== null ? 0 : run === last ? to : null;
    const found = run.text === null ? null : (start ?? indexOfOnly(value, run.text, { from, to }));
    if (found === null) {
      waiting.push(...run.parts);
      continue;
    }
    place(run, found);
    from = Math.max(from, cursor);
  }
  return [...aligned, ...alignUnknown(waiting, value, cursor, value.length)];
}

interface Run {
  readonly parts: readonly StringPart[];
  /** Null for one unknown part. */
  readonly text: string | null;
}

/** Literals that follow one another belong together: the longer, the surer they are found. */
function runsOf(parts: readonly StringPart[]): readonly Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const before = runs.at(-1);
    const text = part.decoded?.value ?? null;
    if (text === null || before?.text == null) runs.push({ parts: [part], text });
    else runs.splice(-1, 1, { parts: [...before.parts, part], text: before.text + text });
  }
  return runs;
}

function indexOfOnly(
  value: string,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  if (text.trim() === '') return null;
  const range = value.slice(from, to);
  const at = range.indexOf(text);
  return at === -1 || range.indexOf(text, at + 1) !== -1 ? null : from + at;
}

/** What stands for a stretch of the string: one expression for all of it, or nobody knows which. */
function alignUnknown(
  parts: readonly StringPart[],
  value: string,
  from: number,
  to: number,
): readonly AlignedPart[] {
  const [only] = parts;
  if (only === undefined) return [];
  if (parts.length > 1) return parts.map((part) => ({ from, to, part }));
  const settled = only.settle?.(value.slice(from, to)) ?? [];
  const inside = settled.length === 0 ? null : alignParts(settled, value.slice(from, to));
  return (
    inside?.map((one) => ({ ...one, from: one.from + from, to: one.to + from })) ?? [
      { from, to, part: only },
    ]
  );
}
