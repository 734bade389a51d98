import { extname } from 'node:path';
import type { FoundComment } from './found-comment.ts';

/** A comment of a source file. */
export interface SourceComment {
  /** Without the signs that make it a comment. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  /** The column after the last one, of its first line. */
  readonly endColumn: number;
  /** True when there is nothing else on its lines. */
  readonly isAlone: boolean;
  /** True when nothing but comments stands above it. */
  readonly isFirst: boolean;
}

/** The comments of a `.ts`, YAML or template file in their order; none of what can't be parsed. */
export async function readComments(file: string, text: string): Promise<readonly SourceComment[]> {
  const find = FINDERS[extname(file).toLowerCase()];
  if (find === undefined) return [];
  const found = await find(text);
  let first = true;
  let end = 0;
  return found.map((comment) => {
    first &&= text.slice(end, comment.start).trim() === '';
    end = comment.end;
    return describe(comment, text, first);
  });
}

// --- internal ---

type Finder = (text: string) => Promise<readonly FoundComment[]>;

const FINDERS: Readonly<Record<string, Finder>> = {
  '.ts': inTypeScript,
  '.yaml': inYaml,
  '.yml': inYaml,
  '.hbs': inTemplate,
};

async function inTypeScript(text: string): Promise<readonly FoundComment[]> {
  return (await import('./typescript/find-typescript-comments.ts')).findTypeScriptComments(text);
}

async function inYaml(text: string): Promise<readonly FoundComment[]> {
  return (await import('./yaml/find-yaml-comments.ts')).findYamlComments(text);
}

/** Those of Handlebars: `{{! … }}` and `{{!-- … --}}`. */
function inTemplate(text: string): Promise<readonly FoundComment[]> {
  const found = text.matchAll(/\{\{~?!(?:--([^]*?)--|([^}]*))~?\}\}/g);
  return Promise.resolve(
    [...found].map(({ 0: whole, 1: long, 2: short = '', index }) => {
      return { start: index, end: index + whole.length, text: long ?? short };
    }),
  );
}

function describe({ start, end, text }: FoundComment, source: string, isFirst: boolean) {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', end);
  const around =
    source.slice(lineStart, start) + source.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const line = source.slice(0, start).split('\n').length;
  const lines = source.slice(start, end).split(/\r?\n/);
  const column = start - lineStart + 1;
  return {
    text,
    line,
    endLine: line + lines.length - 1,
    column,
    endColumn: column + (lines[0]?.length ?? 0),
    isAlone: around.trim() === '',
    isFirst,
  };
}
