import { UserError } from '../../diagnostics/user-error.ts';
import { readSentLog } from '../../post/sent-log.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IssueLog } from '../model.ts';

/** What was sent of an issue, as the log on disk has it now. */
export function readLog(workspace: Workspace, slug: string): IssueLog {
  try {
    const { entries, damaged } = readSentLog(workspace);
    const own = entries.filter((entry) => entry.slug === slug).reverse();
    const shown = own.map(({ when, to, status, answer, messageId }) => {
      return { when, to, status, answer, messageId };
    });
    return { entries: shown, damaged, problem: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint = '' } = error;
    return { entries: [], damaged: 0, problem: { message, hint } };
  }
}
