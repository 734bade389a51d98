import { viewIssue } from '../render/view/issue-view.ts';
import type { Program } from '../template/program/program.ts';
import { compileTheme } from './compile-theme.ts';
import type { Press } from './press.ts';
import type { ReadyIssue } from './print-issue.ts';
import { renderInput } from './print-issue.ts';

/**
 * Renders the HTML of an issue in which `data-path` tells which field an element came from, such as
 * `sections[1].items[0]`; those of the config are there too. Else it is the HTML that is sent.
 */
export type TraceIssue = (slug: string, ready: ReadyIssue) => Promise<string>;

/** Makes a tracer. The theme is compiled for it, or taken from the cache, when it is first used. */
export function createTracer(press: Press): TraceIssue {
  let opening: Promise<Program> | null = null;
  return async (slug, ready) => {
    const program = await (opening ??= openTraced(press));
    return program.html(viewIssue(renderInput(press, slug, ready, true).input));
  };
}

// --- internal ---

async function openTraced({ workspace, theme, store }: Press): Promise<Program> {
  const { program } = await compileTheme(workspace, theme, store, true);
  if (program === null) throw new Error('The theme compiles only without a trace.');
  return program;
}
