import { printable } from '../../diagnostics/printable.ts';

/**
 * A server's answer on one line that can be shown and kept: its lines joined, without what is
 * invisible or turns the reading direction, cut at 300 characters, and without the password, which
 * some servers repeat with the command they didn't understand.
 */
export function cleanAnswer(answer: string, auth: Credentials | null): string {
  const joined = joinLines(answer);
  const masked = auth === null ? joined : maskPassword(joined, auth);
  const line = printable(masked).replace(INVISIBLE, '\uFFFD').replace(/ {2,}/g, ' ').trim();
  if (line.length <= LIMIT) return line;
  // Half a character would be left of one in two units.
  return `${line.slice(0, LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// --- internal ---

interface Credentials {
  readonly user: string;
  readonly pass: string;
}

const LIMIT = 300;
const MASK = '[password]';
/** Marks of direction, joiners and blanks without width, which `printable` leaves to prose. */
const INVISIBLE = /[\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u3164\ufeff\uffa0]/g;

/** `550-5.1.1 No such⏎550 5.1.1 user` becomes `550 5.1.1 No such user` (RFC 5321, 4.2.1). */
function joinLines(answer: string): string {
  const [first = '', ...rest] = answer.split(/\r?\n/);
  const [, code = '', text = ''] = /^(\d{3})[- ]?(.*)$/s.exec(first) ?? ['', '', first];
  const status = /^\d\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;
  const texts = rest.map((line) => {
    const bare = /^\d{3}(?:[- ]|$)/.test(line) ? line.slice(4) : line;
    return status !== null && bare.startsWith(`${status} `) ? bare.slice(status.length + 1) : bare;
  });
  return [code, text, ...texts].filter((part) => part.trim() !== '').join(' ');
}

function maskPassword(text: string, { user, pass }: Credentials): string {
  if (pass === '') return text;
  const spellings = [
    pass,
    toBase64(pass),
    toBase64(`\0${user}\0${pass}`),
    encodeURIComponent(pass),
  ];
  const pattern = [...new Set(spellings)]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/=+$/, '=*'))
    .join('|');
  const masked = text
    .replace(/[\w+/-]{4,}={0,2}/g, (word) => (holdsEncoded(word, pass) ? MASK : word))
    .replace(new RegExp(pattern, 'giu'), MASK);
  return holdsScattered(masked, spellings) ? withheld(text) : masked;
}

/** True for a word that is base64 of something with the password in it, wherever it begins. */
function holdsEncoded(word: string, pass: string): boolean {
  if (pass.length < 4) return false;
  const secret = Buffer.from(pass, 'utf8');
  return [0, 1, 2, 3].some((offset) => Buffer.from(word.slice(offset), 'base64').includes(secret));
}

/** True when the password is still there, with spaces, line ends or control characters between. */
function holdsScattered(text: string, spellings: readonly string[]): boolean {
  const condensed = condense(text.replaceAll(MASK, '\n'));
  return spellings.map(condense).some((secret) => secret.length >= 4 && condensed.includes(secret));
}

function condense(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function withheld(text: string): string {
  return `${/^\d{3} /.exec(text)?.[0] ?? ''}[an answer with the password in it]`;
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
