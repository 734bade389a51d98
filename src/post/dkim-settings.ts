import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { domainToASCII } from 'node:url';
import { UserError } from '../diagnostics/user-error.ts';
import type { DkimKey } from '../mail/dkim/sign-message.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EnvironmentValues } from './setting-error.ts';
import { settingError, settingOf } from './setting-error.ts';

/**
 * The key that DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE name; null when none of them is set.
 * Throws a UserError when only some are, and `unusable-dkim-key` when the file can't be read: mail
 * that is meant to be signed never goes out unsigned.
 */
export async function readDkimSettings(
  workspace: Workspace,
  environment: EnvironmentValues,
): Promise<DkimKey | null> {
  const domain = settingOf(environment, 'DKIM_DOMAIN')?.trim();
  const selector = settingOf(environment, 'DKIM_SELECTOR')?.trim();
  const file = settingOf(environment, 'DKIM_KEY_FILE')?.trim();
  if (domain === undefined && selector === undefined && file === undefined) return null;
  if (domain === undefined || selector === undefined || file === undefined) {
    const values = { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file };
    const missing = Object.entries(values).filter(([, value]) => value === undefined);
    throw settingError(
      `For DKIM, ${missing.map(([name]) => name).join(' and ')} must be set too.`,
      'Set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE, or none of them to send unsigned.',
    );
  }
  return {
    domain: checkName('DKIM_DOMAIN', domain, isDomain),
    selector: checkName('DKIM_SELECTOR', selector, isLabels),
    privateKey: await readKey(resolve(workspace.root, file)),
  };
}

/**
 * Whether DMARC counts a signature of `domain` for a sender at `address` (relaxed alignment,
 * RFC 7489 section 3.1.1): one domain is the other or above it. Two of one organization side by
 * side count too, but which domains are organizations only a public list knows.
 */
export function isAligned(domain: string, address: string): boolean {
  const from = domainToASCII(address.split('@').at(-1) ?? '').toLowerCase();
  const signer = domain.toLowerCase();
  return from === signer || from.endsWith(`.${signer}`) || signer.endsWith(`.${from}`);
}

// --- internal ---

function checkName(name: string, text: string, isValid: (ascii: string) => boolean): string {
  // The conversion would drop line breaks without a word.
  const ascii = /[\p{Cc}\p{Cf}]/u.test(text) ? '' : domainToASCII(text);
  if (isValid(ascii)) return ascii;
  const example = name === 'DKIM_DOMAIN' ? 'example.com' : 'galley';
  throw settingError(`${name} is not like a domain name.`, `Write it as in ${name}=${example}.`);
}

function isLabels(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9_-]*)(?:\.[a-z0-9][a-z0-9_-]*)*$/i.test(text) && text.length < 254;
}

function isDomain(text: string): boolean {
  return isLabels(text) && text.includes('.');
}

async function readKey(file: string): Promise<string> {
  return readFile(file, 'latin1').catch(() => {
    throw new UserError(
      'unusable-dkim-key',
      "The file that DKIM_KEY_FILE names can't be read.",
      'Name the private key in PEM form; a relative path starts at the workspace.',
    );
  });
}
