import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkAddress } from '../mail/check-address.ts';
import type { DkimKey } from '../mail/dkim/sign-message.ts';
import type { SmtpServer } from '../mail/smtp/server.ts';
import { chooseIssues } from '../press/choose-issues.ts';
import { loadSettings, openPress } from '../press/open-press.ts';
import { prepareIssue } from '../press/print-issue.ts';
import { listIssues } from '../workspace/list-issues.ts';
import type { Publication } from '../workspace/publication.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isAligned, readDkimSettings } from './dkim-settings.ts';
import type { Recipients } from './recipients.ts';
import { chooseRecipients } from './recipients.ts';
import type { EnvironmentValues } from './setting-error.ts';
import { readSmtpSettings } from './smtp-settings.ts';
import type { TestLetter } from './test-mail.ts';
import { printTestLetter } from './test-mail.ts';

/** What is to be sent, and to whom. */
export interface SendRequest {
  readonly slug: string;
  /** As written after `--to`; empty for the config's recipients. */
  readonly to: readonly string[];
  /** The environment over `.env`. */
  readonly environment: EnvironmentValues;
  /** Sends an issue with errors too, where it can be rendered at all. */
  readonly force: boolean;
}

/** A send in which everything is decided and nothing done. */
export interface SendPlan {
  readonly workspace: Workspace;
  readonly recipients: Recipients;
  /** The envelope's sender (RFC 5321): bounces go there. */
  readonly from: string;
  /** Null: the mail goes to the outbox. */
  readonly server: SmtpServer | null;
  /** Who signs; null for mail that is not signed. */
  readonly signer: Pick<DkimKey, 'domain' | 'selector'> | null;
  readonly letter: TestLetter;
  /** What may keep the mail from arriving, each a sentence or two. */
  readonly warnings: readonly string[];
}

export interface PlannedSend {
  /** Null when the diagnostics say why there is nothing to send. */
  readonly plan: SendPlan | null;
  /** True when there is no plan for errors that `force` would pass over. */
  readonly forceable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads settings, config and issue and renders the issue; nothing is sent or written. Throws a
 * UserError for wrong settings or recipients and for a slug that is no issue.
 */
export async function planSend(workspace: Workspace, request: SendRequest): Promise<PlannedSend> {
  const { environment, slug, force } = request;
  const server = await readSmtpSettings(workspace, environment);
  const dkim = await readDkimSettings(workspace, environment);
  const { settings, diagnostics } = await loadSettings(workspace);
  const { issues, misnamed } = chooseIssues(await listIssues(workspace), [slug]);
  const found: Diagnostic[] = [...diagnostics, ...misnamed];
  const [issue] = issues;
  if (settings === null || issue === undefined) return nothing(found);
  const recipients = chooseRecipients(settings.publication, request.to);
  const opened = await openPress(settings);
  found.push(...opened.diagnostics);
  if (opened.press === null) return nothing(found);
  const prepared = await prepareIssue(opened.press, issue);
  found.push(...prepared.diagnostics);
  const ready = force ? prepared.renderable : prepared.ready;
  if (ready === null) return { ...nothing(found), forceable: prepared.renderable !== null };
  const { publication } = settings;
  const letter = await printTestLetter(opened.press, slug, ready, dkim);
  const plan: SendPlan = {
    workspace,
    recipients,
    from: senderOf(publication),
    server,
    signer: dkim && { domain: dkim.domain, selector: dkim.selector },
    letter,
    warnings: warn(server, dkim, publication),
  };
  return { plan, forceable: false, diagnostics: found };
}

// --- internal ---

function nothing(diagnostics: readonly Diagnostic[]): PlannedSend {
  return { plan: null, forceable: false, diagnostics };
}

/** The address as it goes on the wire. */
function senderOf({ from }: Publication): string {
  const check = checkAddress(from.address);
  return check.ok ? check.address : from.address;
}

function warn(
  server: SmtpServer | null,
  dkim: DkimKey | null,
  { from }: Publication,
): readonly string[] {
  const warnings: string[] = [];
  if (server?.insecure === true) {
    warnings.push(
      'SMTP_INSECURE=1 is set: the certificate is not verified, and whoever listens on the way can ' +
        'read the mail and the password.',
    );
  }
  if (dkim !== null && !isAligned(dkim.domain, from.address)) {
    warnings.push(
      `DKIM_DOMAIN is ${dkim.domain}, but the mail is from ${from.address}: DMARC does not count ` +
        'such a signature.',
    );
  }
  return warnings;
}
