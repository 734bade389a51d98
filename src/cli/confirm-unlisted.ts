import { UserError } from '../diagnostics/user-error.ts';
import type { Io } from './io.ts';

/**
 * Asks whether to send to addresses that the config doesn't know. Throws a UserError when the answer
 * is no, or where nobody can be asked. Ctrl-C is no answer: nothing is begun after it.
 */
export async function confirmUnlisted(
  unlisted: readonly string[],
  { confirm, signal }: Pick<Io, 'confirm' | 'signal'>,
): Promise<void> {
  if (unlisted.length === 0) return;
  const verb = unlisted.length === 1 ? 'is' : 'are';
  const outside = `${unlisted.join(', ')} ${verb} not in testRecipients`;
  const hint = 'Add to testRecipients who gets your tests, or say --yes.';
  if (confirm === undefined) {
    const message = `${outside}, and there is no terminal to ask on. Nothing was sent.`;
    throw new UserError('unconfirmed-recipient', message, hint);
  }
  if ((await confirm(`${outside}. Send there?`)) || signal.aborted) return;
  throw new UserError('unconfirmed-recipient', 'Nothing was sent.', hint);
}
