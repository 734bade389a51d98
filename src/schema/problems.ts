import type * as z from 'zod/mini';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { FieldPath, Problem } from '../diagnostics/diagnostic.ts';
import { formatPath } from '../diagnostics/diagnostic.ts';
import { suggest, suggestionHint } from '../diagnostics/suggest.ts';
import type { Refusal } from './fields.ts';

type Issue = z.core.$ZodIssue;

/** Turns what zod reports of a value into problems an author can act on. */
export function toProblems(issues: readonly Issue[], value: unknown): Problem[] {
  const problems = issues.flatMap((issue) => problemsOf(issue, [], value));
  return withoutMistypedTwins(problems);
}

// --- internal ---

function problemsOf(issue: Issue, base: FieldPath, root: unknown): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))];
  const name = path.length === 0 ? 'The file' : formatPath(path);
  const found = valueAt(root, path);
  const error = (code: DiagnosticCode, message: string, more: Partial<Problem> = {}): Problem[] => [
    { code, severity: 'error', message, path, ...more },
  ];

  if (issue.code === 'custom') {
    const refusal = issue.params as Partial<Refusal> | undefined;
    return error(refusal?.code ?? 'invalid-value', `${name} ${issue.message}.`, {
      hint: refusal?.hint,
      piece: refusal?.piece,
    });
  }
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => unknownKey(key, [...path, key], known));
  }
  if (found === undefined && path.length > 0) return missing(path, issue);
  switch (issue.code) {
    case 'invalid_union':
      return unionProblems(issue, path, found, root);
    case 'invalid_type':
      return error('invalid-type', `${name} is ${describe(found)}; ${expected(issue.expected)}.`, {
        hint: typeHint(found, issue.expected),
      });
    case 'invalid_value':
      return error('invalid-value', `${name} is ${describe(found)}, which is none of its values.`, {
        hint: suggestionHint(String(found), issue.values.map(String)),
      });
    case 'invalid_format':
      return error('invalid-date', `${name} is ${describe(found)}, which is no calendar date.`, {
        hint: 'Write it as YYYY-MM-DD, such as 2026-11-02.',
      });
    case 'too_small':
      return error(
        Array.isArray(found) ? 'empty-list' : 'number-too-small',
        Array.isArray(found)
          ? `${name} is an empty list.`
          : `${name} is ${describe(found)}; the smallest is ${issue.minimum}.`,
        {
          hint: Array.isArray(found)
            ? 'Add one, or leave the key out if it is optional.'
            : undefined,
        },
      );
    case 'too_big':
      return error(
        'number-too-large',
        `${name} is ${describe(found)}; the largest is ${issue.maximum}.`,
      );
    default:
      return error('invalid-value', `${name} can't be used: ${issue.message}.`);
  }
}

function unknownKey(key: string, path: FieldPath, known: readonly string[]): Problem {
  const parent = formatPath(path.slice(0, -1));
  const where = parent === '' ? 'the file' : parent;
  const hint = suggestionHint(key, known);
  const message = `\`${key}\` is not a key of ${where}.`;
  return { code: 'unknown-key', severity: 'error', message, hint, path, at: 'key' };
}

function missing(path: FieldPath, issue: Issue): Problem[] {
  const parent = formatPath(path.slice(0, -1));
  const key = String(path.at(-1));
  const options =
    'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  return [
    {
      code: 'missing-key',
      severity: 'error',
      message: `${parent === '' ? 'The file' : parent} lacks \`${key}\`.`,
      hint: options.length > 0 ? `Add it: one of ${options.join(', ')}.` : `Add \`${key}\`.`,
      path,
      at: 'missing',
    },
  ];
}

/** An unknown `kind`, or the problems of the alternative the author most likely meant. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  path: FieldPath,
  found: unknown,
  root: unknown,
): Problem[] {
  if ('discriminator' in issue && issue.errors.length === 0) {
    const kinds = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    const message = `${formatPath(path)} is ${describe(found)}, which is no kind known here.`;
    const hint = suggestionHint(String(found), kinds.map(String));
    return [{ code: 'unknown-kind', severity: 'error', message, hint, path }];
  }
  const fits = issue.errors.filter((errors) => !errors.some(isOfAnotherType));
  if (fits.length === 0) {
    const wanted = issue.errors.flat().filter(isOfAnotherType).map(wantedType);
    const message = `${formatPath(path)} is ${describe(found)}; it should be ${wanted.join(' or ')}.`;
    return [{ code: 'invalid-type', severity: 'error', message, path }];
  }
  const likeliest = fits.reduce((best, errors) => (cost(errors) < cost(best) ? errors : best));
  return likeliest.flatMap((inner) => problemsOf(inner, path, root));
}

function isOfAnotherType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function wantedType(issue: Issue): string {
  return issue.code === 'invalid_type' ? (typeNames[issue.expected] ?? issue.expected) : '';
}

/** How far an alternative is from what was written: its unknown keys, and its other problems. */
function cost(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
    0,
  );
}

/** A mistyped key is reported once: as the unknown key, not also as the key it should have been. */
function withoutMistypedTwins(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => {
    if (problem.at !== 'missing') return true;
    const parent = formatPath(problem.path.slice(0, -1));
    return !problems.some(
      (other) =>
        other.code === 'unknown-key' &&
        formatPath(other.path.slice(0, -1)) === parent &&
        suggest(String(other.path.at(-1)), [String(problem.path.at(-1))]) !== null,
    );
  });
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
};

function expected(type: string): string {
  return `it should be ${typeNames[type] ?? type}`;
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function typeHint(found: unknown, type: string): string | undefined {
  if (found === null) return 'Write a value, or leave the key out if it is optional.';
  if (type === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    return `Put it in quotes: "${String(found)}".`;
  }
  if ((type === 'number' || type === 'int') && typeof found === 'string' && found.trim() !== '') {
    return Number.isNaN(Number(found)) ? undefined : `Write it without quotes: ${found}.`;
  }
  return undefined;
}

function valueAt(root: unknown, path: FieldPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
