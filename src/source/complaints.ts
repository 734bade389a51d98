import type { FieldPath } from '../diagnostics/diagnostic.ts';
import type { PlacedProblem } from './source.ts';
import { type Complaint, type Stretch, placeProblem, startOfFile } from './stretch.ts';

/** A complaint and where in the text it is about, from `start` up to `end`. */
export interface SyntaxComplaint extends Complaint {
  readonly start: number;
  readonly end: number;
}

/** How deep lists and objects may be nested; a stack has an end, and no data of an author's is near. */
export const MAX_DEPTH = 100;

/** Puts complaints about one text at their places. */
export function placeComplaints(
  file: string,
  text: string,
  complaints: readonly SyntaxComplaint[],
): PlacedProblem[] {
  const placed = complaints.slice(0, MAX_PLACED).map((complaint) => {
    const { start, end } = complaint;
    return placeProblem(complaint, withinText({ file, text, start, end }));
  });
  const left = complaints.length - placed.length;
  return left === 0 ? placed : [...placed, placeProblem(further(left), startOfFile(file, text))];
}

export function duplicateKey(name: string, path: FieldPath): Complaint {
  return {
    code: 'duplicate-key',
    message: `The key \`${name}\` is here twice.`,
    hint: 'Keep one of the two.',
    path,
  };
}

export function forbiddenKey(path: FieldPath): Complaint {
  return {
    code: 'forbidden-key',
    message: '`__proto__` has a meaning of its own in JavaScript, so it is no key.',
    hint: 'Remove it, or give it another name.',
    path,
  };
}

export function tooDeep(path: FieldPath = []): Complaint {
  return {
    code: 'nested-too-deeply',
    message: 'Lists and objects are nested deeper here than can be read.',
    hint: 'Look for a bracket that is never closed.',
    path,
  };
}

export function circularValue(path: FieldPath): Complaint {
  return {
    code: 'circular-value',
    message: 'A list or object stands inside itself here.',
    hint: 'Write the value out.',
    path,
  };
}

export function tooManyValues(most: number, path: FieldPath): Complaint {
  return {
    code: 'too-many-values',
    message: `The file gives more than ${most} values.`,
    hint: 'Look for something that is repeated without end.',
    path,
  };
}

export function emptySource(): Complaint {
  return {
    code: 'empty-source',
    message: 'The file holds no data.',
    hint: 'Write its keys and values.',
  };
}

/** What to say of a file whose value is no object or list; null for one that is. */
export function notAnObject(value: unknown): Complaint | null {
  if (typeof value === 'object' && value !== null) return null;
  const kind = value === null ? 'empty' : `a ${typeof value}`;
  return {
    code: 'source-not-an-object',
    message: `The file holds ${value === null ? 'nothing' : kind}, not keys with values.`,
    hint: 'Write its keys and values.',
  };
}

// --- internal ---

/** How many complaints are shown of one file: more help nobody, and each takes time to place. */
const MAX_PLACED = 100;

function further(count: number): Complaint {
  return {
    code: 'syntax-error',
    message: `The file has ${count} more problems of its syntax.`,
    hint: 'Correct those shown first.',
  };
}

/** What is missed at the end of the text is shown behind its last character, not lines below. */
function withinText(stretch: Stretch): Stretch {
  const end = stretch.text.trimEnd().length;
  return stretch.start < end ? stretch : { ...stretch, start: end, end };
}
