import { UserError } from '../diagnostics/user-error.ts';
import { readEnvironment } from '../workspace/environment.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EnvironmentValues } from './setting-error.ts';

/**
 * The environment over the workspace's `.env`. Throws a UserError when `.env` is there and can't be
 * read: mail that is meant for a server would else quietly end in the outbox.
 */
export function readMailEnvironment(
  workspace: Workspace,
  env: EnvironmentValues,
): EnvironmentValues {
  const { values, diagnostics } = readEnvironment(workspace, env);
  const [unreadable] = diagnostics;
  if (unreadable === undefined) return values;
  const message = `.env can't be read: ${unreadable.message}`;
  throw new UserError('invalid-mail-setting', message, unreadable.hint);
}
