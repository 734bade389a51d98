import { UserError } from '../../diagnostics/user-error.ts';
import { readDkimSettings } from '../../post/dkim-settings.ts';
import { readMailEnvironment } from '../../post/mail-environment.ts';
import { readSmtpSettings } from '../../post/smtp-settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { PreviewState } from '../model.ts';

/** What the settings for sending are good for, as they are now. Tells nothing that is in them. */
export async function readStanding(
  workspace: Workspace,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Pick<PreviewState, 'cannotSend' | 'sendsToOutbox'>> {
  try {
    const environment = readMailEnvironment(workspace, env);
    const server = await readSmtpSettings(workspace, environment);
    await readDkimSettings(workspace, environment);
    return { cannotSend: null, sendsToOutbox: server === null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint = '' } = error;
    return { cannotSend: `${message} ${hint}`.trim(), sendsToOutbox: false };
  }
}
