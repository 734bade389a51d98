import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Markdown } from '../markdown/markdown.ts';
import type { MarkdownParser } from '../markdown/parse-markdown.ts';
import { countWords } from '../text/count-words.ts';
import { isLookAlikeHost } from '../text/check-url.ts';
import { trimCode } from '../text/trim-code.ts';
import type { IssueContents } from './contents.ts';
import type { PictureField } from './pictures.ts';

/** The Markdown of an issue, parsed once, and what is wrong in it. */
export interface ReadMarkdown {
  /** By its text. */
  readonly markdown: ReadonlyMap<string, Markdown>;
  readonly problems: readonly Problem[];
  /** The pictures that stand in the prose. */
  readonly pictures: readonly PictureField[];
  /** Code that wants highlighting: fences and code blocks. */
  readonly codes: readonly CodeField[];
  /** Readable words: prose, titles, headings and captions, not code. */
  readonly words: number;
}

/** A piece of code, as it is shown, and the place of its language. */
export interface CodeField extends PictureField {
  readonly language: string;
}

/** Parses all Markdown of an issue and looks at every link in it. */
export function readMarkdown(contents: IssueContents, parser: MarkdownParser): ReadMarkdown {
  const markdown = new Map<string, Markdown>();
  const problems: Problem[] = [];
  const pictures: PictureField[] = [];
  const codes: CodeField[] = contents.codes.map(({ path, text, language }) => ({
    path: [...path.slice(0, -1), 'language'],
    text: trimCode(text),
    language,
  }));
  let words = contents.lines.reduce((sum, { text }) => sum + countWords(text), 0);
  for (const { path, text } of contents.markdown) {
    const parsed = markdown.get(text) ?? parser(text);
    markdown.set(text, parsed);
    words += parsed.words;
    for (const { offset, length, ...problem } of parsed.problems) {
      problems.push({ ...problem, path, piece: { offset, length } });
    }
    for (const { src, offset, length } of parsed.images) {
      pictures.push({ path, text: src, piece: { offset, length } });
    }
    for (const { code, language, offset, length } of parsed.codes) {
      codes.push({ path, text: code, language, piece: { offset, length } });
    }
    problems.push(
      ...lookAlikes(
        parsed.links.map(({ url, offset, length }) => ({
          path,
          text: url,
          piece: { offset, length },
        })),
      ),
    );
  }
  problems.push(...lookAlikes(contents.links));
  return { markdown, problems, pictures, codes, words };
}

// --- internal ---

function lookAlikes(links: readonly PictureField[]): Problem[] {
  return links
    .filter(({ text }) => isLookAlikeHost(text))
    .map(({ path, text, piece }) => ({
      code: 'look-alike-host',
      severity: 'warning',
      message: `The link ${text} leads to a host whose letters look like others.`,
      hint: 'Check that it is the address you mean.',
      path,
      piece,
    }));
}
