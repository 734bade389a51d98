import { describe, expect, it } from 'vitest';
import { defaultChoice } from '../../../../src/preview/page/choice.ts';
import type { KeyPress } from '../../../../src/preview/page/commands.ts';
import { applyCommand, commandFor, keyHelp } from '../../../../src/preview/page/commands.ts';

const slugs = ['third', 'second', 'first'];
const mails = ['b.eml', 'a.eml'];

describe('the keys', () => {
  it('all do something that the help lists', () => {
    const keys = keyHelp
      .flatMap((line) => line.keys)
      .map((key) => (key === 'Esc' ? 'Escape' : key));
    expect(keys.filter((key) => commandFor(press(key)) === null)).toEqual([]);
  });

  it('are left to the browser with a modifier', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
      expect(commandFor({ ...press('d'), [modifier]: true })).toBeNull();
    }
  });

  it('are left to a field that takes text, but for Escape', () => {
    expect(commandFor({ ...press('j'), typing: true })).toBeNull();
    expect(commandFor({ ...press('Escape'), typing: true })).toEqual({ does: 'close' });
  });

  it('leave arrows where these have a meaning of their own', () => {
    expect(commandFor(press('ArrowDown'))).toEqual({ does: 'step', by: 1 });
    expect(commandFor({ ...press('ArrowDown'), ownArrows: true })).toBeNull();
  });

  it('choose the widths in their order', () => {
    const chosen = ['1', '2', '3', '4', '5'].map((key) => changed(key).width);
    expect(chosen).toEqual([320, 375, 768, 1000, 'full']);
    expect(commandFor(press('6'))).toBeNull();
    expect(commandFor(press('0'))).toBeNull();
  });

  it('step through the issues, and stop at both ends', () => {
    expect(changed('j', { issue: 'third' })).toEqual({ issue: 'second' });
    expect(changed('k', { issue: 'second' })).toEqual({ issue: 'third' });
    expect(changed('j', { issue: 'first' })).toEqual({});
    expect(changed('k', { issue: 'third' })).toEqual({});
    expect(changed('j', { issue: 'gone' })).toEqual({ issue: 'third' });
  });

  it('step through the outbox while it is shown, and leave it where they came from', () => {
    expect(changed('o')).toEqual({ outbox: '' });
    expect(changed('j', { outbox: '' })).toEqual({ outbox: 'b.eml' });
    expect(changed('j', { outbox: 'b.eml' })).toEqual({ outbox: 'a.eml' });
    expect(changed('j', { outbox: 'a.eml' })).toEqual({});
    expect(changed('o', { outbox: 'a.eml' })).toEqual({ outbox: null });
  });

  it('go through the inversions and back to light', () => {
    expect(changed('i')).toEqual({ look: 'partial' });
    expect(changed('i', { look: 'partial' })).toEqual({ look: 'full' });
    expect(changed('i', { look: 'full' })).toEqual({ look: 'light' });
  });

  it('put text beside the mail, and the mail beside anything else', () => {
    expect(changed('b')).toEqual({ beside: 'text' });
    expect(changed('b', { view: 'source' })).toEqual({ beside: 'mail' });
    expect(changed('b', { beside: 'inbox' })).toEqual({ beside: null });
  });
});

// --- internal ---

function press(key: string): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, typing: false, ownArrows: false };
}

function changed(key: string, choice: Partial<typeof defaultChoice> = {}) {
  const command = commandFor(press(key));
  if (command === null) throw new Error(`${key} does nothing.`);
  return applyCommand(command, { ...defaultChoice, ...choice }, { slugs, mails });
}
