import type { Choice, View, Width } from './choice.ts';
import { widths } from './choice.ts';

/** What a key does. */
export type Command =
  | { readonly does: 'step'; readonly by: 1 | -1 }
  | { readonly does: 'width'; readonly width: Width }
  | { readonly does: 'view'; readonly view: View }
  | {
      readonly does: 'dark' | 'invert' | 'beside' | 'outbox' | 'filter' | 'edit' | 'help' | 'close';
    };

/** A pressed key, and what it would do where it was pressed. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** True in a field that takes text. */
  readonly typing: boolean;
  /** True where arrow keys have a meaning of their own. */
  readonly ownArrows: boolean;
}

/** What there is to step through, in the order of the lists. */
export interface Lists {
  readonly slugs: readonly string[];
  readonly mails: readonly string[];
}

/** A line of the help. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly says: string;
}

/** Every key there is, as the help lists them. */
export const keyHelp: readonly KeyHelp[] = [
  { keys: ['j', 'k'], says: 'Next and previous issue, or mail of the outbox' },
  { keys: ['/'], says: 'Filter the issues' },
  { keys: ['m'], says: 'Mail' },
  { keys: ['t'], says: 'Text' },
  { keys: ['s'], says: 'Source' },
  { keys: ['c'], says: 'Changes since the last build' },
  { keys: ['l'], says: 'Log of what was sent' },
  { keys: ['o'], says: 'Outbox, and back' },
  { keys: ['b'], says: 'Two views side by side' },
  { keys: ['1', '2', '3', '4'], says: '320, 375, 768, 1000 pixels wide' },
  { keys: ['5'], says: 'As wide as there is room' },
  { keys: ['d'], says: 'Light or dark' },
  { keys: ['i'], says: 'Inverted in part, in full, not at all' },
  { keys: ['e'], says: 'Open the first problem in the editor' },
  { keys: ['?'], says: 'This list' },
  { keys: ['Esc'], says: 'Close what is open' },
];

/** The command of a key; null when it has none here, or belongs to the browser or a field. */
export function commandFor(press: KeyPress): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === 'Escape') return { does: 'close' };
  if (press.typing) return null;
  if (press.key === 'ArrowDown' || press.key === 'ArrowUp') {
    return press.ownArrows ? null : { does: 'step', by: press.key === 'ArrowDown' ? 1 : -1 };
  }
  const width = /^[1-5]$/.test(press.key) ? widths[Number(press.key) - 1] : undefined;
  if (width !== undefined) return { does: 'width', width };
  return letters.get(press.key) ?? null;
}

/** What a command changes of the choice; nothing for those that act elsewhere. */
export function applyCommand(
  command: Command,
  choice: Choice,
  { slugs, mails }: Lists,
): Partial<Choice> {
  switch (command.does) {
    case 'step':
      return choice.outbox === null
        ? step('issue', choice.issue, slugs, command.by)
        : step('outbox', choice.outbox, mails, command.by);
    case 'width':
      return { width: command.width };
    case 'view':
      return { view: command.view };
    case 'outbox':
      return { outbox: choice.outbox === null ? '' : null };
    case 'dark':
      return { look: choice.look === 'dark' ? 'light' : 'dark' };
    case 'invert':
      return { look: nextInversion[choice.look] };
    case 'beside':
      if (choice.beside !== null) return { beside: null };
      return { beside: choice.view === 'mail' ? 'text' : 'mail' };
    default:
      return {};
  }
}

// --- internal ---

const letters: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['j', { does: 'step', by: 1 }],
  ['k', { does: 'step', by: -1 }],
  ['d', { does: 'dark' }],
  ['i', { does: 'invert' }],
  ['m', { does: 'view', view: 'mail' }],
  ['t', { does: 'view', view: 'text' }],
  ['s', { does: 'view', view: 'source' }],
  ['c', { does: 'view', view: 'changes' }],
  ['l', { does: 'view', view: 'log' }],
  ['o', { does: 'outbox' }],
  ['b', { does: 'beside' }],
  ['/', { does: 'filter' }],
  ['e', { does: 'edit' }],
  ['?', { does: 'help' }],
]);

const nextInversion = {
  light: 'partial',
  dark: 'partial',
  partial: 'full',
  full: 'light',
} as const;

/** The neighbour in the list; its first issue when the chosen one is not in it. */
function step(
  what: 'issue' | 'outbox',
  chosen: string | null,
  names: readonly string[],
  by: 1 | -1,
): Partial<Choice> {
  const at = chosen === null ? -1 : names.indexOf(chosen);
  const name = at === -1 ? names[0] : names[at + by];
  return name === undefined ? {} : { [what]: name };
}
