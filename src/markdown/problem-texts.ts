import type { UrlRefusal } from '../text/check-url.ts';
import type { MarkdownProblem, Piece } from './markdown.ts';

/** What is said of a problem, before its place is known. */
export type ProblemText = Omit<MarkdownProblem, keyof Piece>;

export function refusedLink({ why, hint }: UrlRefusal): ProblemText {
  return { code: 'invalid-url', severity: 'error', message: `The link ${why}.`, hint };
}

export function refusedImage({ why, hint }: UrlRefusal): ProblemText {
  return { code: 'invalid-image-source', severity: 'error', message: `The image ${why}.`, hint };
}

export const missingAlt: ProblemText = {
  code: 'missing-alt',
  severity: 'warning',
  message: 'The image has no alternative text, so a reader with images off sees nothing of it.',
  hint: "Say in the brackets what it shows: ![A red bridge](bridge.png). One that only decorates is an `image` block with alt: ''.",
};

/** `isLast`: the block goes on to the end of the text, not only of the list or quote it stands in. */
export function unclosedFence(fence: string, isLast: boolean): ProblemText {
  const reach = isLast ? 'all that follows' : 'the rest of the list or quote it stands in';
  return {
    code: 'unclosed-fence',
    severity: 'warning',
    message: `The block of code is never closed, so ${reach} is code.`,
    hint: `End it with ${fence} on a line of its own.`,
  };
}

export const table: ProblemText = {
  code: 'unsupported-table',
  severity: 'warning',
  message: 'There are no tables here, so the rows of this one are shown as text, with their bars.',
  hint: 'Make it a list, or a fenced block of code, which keeps its columns.',
};

export const tooDeep: ProblemText = {
  code: 'nested-too-deeply',
  severity: 'error',
  message: 'Quotes and lists are nested so deep here that what stands inside them is lost.',
  hint: 'Nest them less deep.',
};

export function unknownNote(mark: string): ProblemText {
  return {
    code: 'unknown-footnote',
    severity: 'warning',
    message: `The footnote ${mark} is not defined, so the mark is shown as it stands.`,
    hint: `Define it in the same text with a line that begins with ${mark}: or put it in backticks.`,
  };
}

export function unusedNote(label: string): ProblemText {
  return {
    code: 'unused-footnote',
    severity: 'warning',
    message: `Nothing refers to the footnote [^${label}], so it is not shown.`,
    hint: `Put [^${label}] where it belongs, or delete the footnote.`,
  };
}

export function duplicateNote(label: string): ProblemText {
  return {
    code: 'duplicate-footnote',
    severity: 'warning',
    message: `The footnote [^${label}] is defined twice, and only the first one is shown.`,
    hint: 'Give the second one a name of its own, or delete it.',
  };
}
