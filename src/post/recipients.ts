import { printable } from '../diagnostics/printable.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { checkAddress } from '../mail/check-address.ts';
import type { Publication } from '../workspace/publication.ts';

/** Who gets a test mail. */
export interface Recipients {
  /** Each once, in the order written, as it goes on the wire. */
  readonly addresses: readonly string[];
  /** Those of them to ask about before sending: the config doesn't know them. */
  readonly unlisted: readonly string[];
}

/** More than these are no test but a mailing. */
export const maxRecipients = 10;

/**
 * The addresses of `--to` (each may be a list with commas), else the config's `testRecipients`, else
 * the sender's own. Throws a UserError for what is no address, and for more than ten.
 */
export function chooseRecipients(
  { testRecipients, from }: Publication,
  to: readonly string[],
): Recipients {
  const known = new Set((testRecipients ?? [from.address]).map((text) => sameness(toWire(text))));
  const written = to.length > 0 ? to.flatMap((list) => list.split(',')) : null;
  const wanted = (written ?? testRecipients ?? [from.address]).map((text) => toWire(text.trim()));
  const distinct = new Map<string, string>();
  for (const address of wanted) {
    if (!distinct.has(sameness(address))) distinct.set(sameness(address), address);
  }
  const addresses = [...distinct.values()];
  if (addresses.length > maxRecipients) {
    throw new UserError(
      'too-many-recipients',
      `${addresses.length} recipients are more than a test mail may have, which is ${maxRecipients}.`,
      'A letter goes to its readers through an email service; send tests to yourself.',
    );
  }
  const unlisted = addresses.filter((address) => !known.has(sameness(address)));
  return { addresses, unlisted };
}

// --- internal ---

function toWire(text: string): string {
  const check = checkAddress(text);
  if (check.ok) return check.address;
  throw new UserError(
    'invalid-recipient',
    printable(`${JSON.stringify(text)} ${check.message}.`),
    'Write plain addresses, with commas between them: --to ada@example.com,bob@example.com.',
  );
}

/** No server of today gives two people addresses that differ by their capitals alone. */
function sameness(address: string): string {
  return address.toLowerCase();
}
