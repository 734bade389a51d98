import { encodedSize } from '../../mail/encoded-size.ts';
import type { Press } from '../../press/press.ts';
import type { PrintedIssue, ReadyIssue } from '../../press/print-issue.ts';
import { prepareIssue, printIssue } from '../../press/print-issue.ts';
import type { IssueFile } from '../../workspace/list-issues.ts';
import { withTargets } from './concerns.ts';
import type { Print, Reading } from './held-issue.ts';
import { orShown } from './shared-state.ts';
import { showDiagnostics } from './show-diagnostics.ts';

/** Reads an issue and renders it. What stands in the way of that is among its diagnostics. */
export async function drawIssue(press: Press, editor: string, source: IssueFile): Promise<Reading> {
  const drawn = await orShown(async (): Promise<Reading> => {
    const prepared = await prepareIssue(press, source);
    const { ready, files, diagnostics } = prepared;
    return {
      print: ready === null ? null : await print(press, source.slug, ready),
      made: ready === null ? null : { press, prepared },
      files: withTargets([source.file, ...files]),
      diagnostics: showDiagnostics(press.workspace, editor, diagnostics),
    };
  });
  if (drawn.ok) return drawn.value;
  return { print: null, made: null, files: withTargets([source.file]), diagnostics: [drawn.shown] };
}

// --- internal ---

async function print(press: Press, slug: string, ready: ReadyIssue): Promise<Print> {
  const { issue } = ready;
  const { from } = press.publication;
  const printed = await printIssue(press, slug, ready);
  const { subject, preheader } = printed;
  return {
    issue,
    printed,
    facts: factsOf(ready, printed),
    inbox: { sender: from.name, address: from.address, subject, preheader, date: issue.date },
  };
}

function factsOf({ issue }: ReadyIssue, printed: PrintedIssue): Print['facts'] {
  const { number, date, status } = issue;
  const { subject, words, minutes, html } = printed;
  return { number, date, subject, status, words, minutes, encodedBytes: encodedSize(html) };
}
