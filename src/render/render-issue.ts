import type { Program } from '../template/program/program.ts';
import { finishText } from './finish-text.ts';
import type { RenderInput } from './render-input.ts';
import { viewIssue } from './view/issue-view.ts';

/** An issue as readers get it. */
export interface RenderedIssue {
  readonly html: string;
  /** Plain text of 72 columns with LF line ends. */
  readonly text: string;
  /** The subject as it is set, with typographic quotes. */
  readonly subject: string;
  /** Set likewise, without what fills it up in the HTML. */
  readonly preheader: string;
}

/** Renders an issue through a compiled theme: the same input gives the same bytes. */
export function renderIssue(program: Program, input: RenderInput): RenderedIssue {
  const view = viewIssue(input);
  return {
    html: program.html(view),
    text: finishText(program.text(view)),
    subject: view.subject,
    preheader: view.preheader,
  };
}
