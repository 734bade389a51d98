import { domainToASCII } from 'node:url';

/** Why a text is not one plain mail address. */
export type AddressRefusal =
  | 'empty'
  | 'control-character'
  | 'space'
  | 'angle-brackets'
  | 'several'
  | 'group'
  | 'quoted'
  | 'no-at'
  | 'local-non-ascii'
  | 'local-invalid'
  | 'domain-invalid'
  | 'domain-without-dot'
  | 'too-long';

export type AddressCheck =
  /** `address` has its domain in ASCII, as it goes on the wire. */
  | { readonly ok: true; readonly address: string }
  /** `message` says why, to follow a field's name: "is not a mail address: …". */
  | { readonly ok: false; readonly reason: AddressRefusal; readonly message: string };

/**
 * Checks that a text is exactly one addr-spec that every mail server takes: a dot-atom, `@` and a
 * domain with a dot (RFC 5321 sections 2.3.11 and 4.1.2, lengths 4.5.3.1). No name, no brackets, no
 * quotes, no second address. An international domain is converted; an international local part
 * would need SMTPUTF8 on every server along the way, so it is refused.
 */
export function checkAddress(text: string): AddressCheck {
  const form = FORMS.find(({ pattern }) => pattern.test(text));
  if (form !== undefined) return refuse(form.reason);
  const parts = text.split('@');
  const [local, domain] = parts;
  if (local === undefined || domain === undefined) return refuse('no-at');
  if (parts.length > 2) return refuse('several');
  const localRefusal = refuseLocal(local);
  if (localRefusal !== null) return refuse(localRefusal);
  const ascii = asciiDomain(domain);
  if (ascii === null) return refuse('domain-invalid');
  if (!ascii.includes('.')) return refuse('domain-without-dot');
  const address = `${local}@${ascii}`;
  return address.length > MAX_ADDRESS ? refuse('too-long') : { ok: true, address };
}

// --- internal ---

// A path has 256 octets with its angle brackets, so an address 254 (RFC 3696, erratum 1690).
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const MAX_LABEL = 63;
const MAX_DOMAIN = 253;

const FORMS: readonly { readonly pattern: RegExp; readonly reason: AddressRefusal }[] = [
  { pattern: /^$/, reason: 'empty' },
  {
    pattern: /[\u0000-\u001f\u007f-\u009f]|[\p{Zl}\p{Zp}\p{Cf}\p{Surrogate}]/u,
    reason: 'control-character',
  },
  { pattern: /[<>]/, reason: 'angle-brackets' },
  { pattern: /["\\]/, reason: 'quoted' },
  { pattern: /:/, reason: 'group' },
  { pattern: /[,;]/, reason: 'several' },
  { pattern: /\s/, reason: 'space' },
];

const MESSAGES: Readonly<Record<AddressRefusal, string>> = {
  empty: 'it is empty',
  'control-character': 'it holds an invisible control character',
  space: 'it holds a space',
  'angle-brackets': 'it holds angle brackets; the name has a field of its own',
  several: 'it holds more than one address, and only one belongs here',
  group: 'it holds a colon, which would make it a group of addresses',
  quoted: 'it holds a quote or a backslash, which many mail servers refuse',
  'no-at': 'it has no @',
  'local-non-ascii':
    'the part before the @ has letters outside ASCII, which many mail servers refuse',
  'local-invalid':
    'the part before the @ is empty, too long or has a sign or dot that may not stand there',
  'domain-invalid': 'the part after the @ is not a domain',
  'domain-without-dot': 'the domain after the @ has no dot, so other mail servers can not find it',
  'too-long': `it is longer than ${MAX_ADDRESS} characters`,
};

function refuse(reason: AddressRefusal): AddressCheck {
  return { ok: false, reason, message: `is not a mail address: ${MESSAGES[reason]}` };
}

function refuseLocal(local: string): AddressRefusal | null {
  if (/[^ -~]/.test(local)) return 'local-non-ascii';
  const isDotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local);
  return isDotAtom && local.length <= MAX_LOCAL ? null : 'local-invalid';
}

/** The domain in ASCII, or null. Checked before, because the conversion would also decode `%61`. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const wellFormed = labels.every(
    (label) => label.length <= MAX_LABEL && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label),
  );
  // A numeric last label is an IP address, not a domain.
  const isNumeric = /^\d+$/.test(labels.at(-1) ?? '');
  return wellFormed && !isNumeric && ascii.length <= MAX_DOMAIN ? ascii : null;
}
