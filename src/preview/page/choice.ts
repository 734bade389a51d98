/** The ways to look at an issue. */
export const views = ['mail', 'text', 'inbox', 'message', 'source', 'changes', 'log'] as const;
export type View = (typeof views)[number];

/** Those of them that a mail of the outbox has, too. */
export const outboxViews: readonly View[] = ['mail', 'text', 'message', 'source'];

/** The colours of the mail: its own two, and what programs make of them that invert. */
export const looks = ['light', 'dark', 'partial', 'full'] as const;
export type Look = (typeof looks)[number];

/** Where pictures may come from. */
export const imageSources = ['local', 'blocked', 'all'] as const;
export type ImageSource = (typeof imageSources)[number];

/** In CSS pixels, or as wide as there is room. */
export type Width = number | 'full';

/** The widths that have a key, in its order. */
export const widths = [320, 375, 768, 1000, 'full'] as const satisfies readonly Width[];

/** How narrow and how wide a mail can be dragged. */
export const widthLimits = { least: 240, most: 1600 } as const;

/** All that is chosen: what the page's address holds. */
export interface Choice {
  /** Its slug; null for whatever is newest. */
  readonly issue: string | null;
  /** The name of a mail in the outbox, or `''` for the list of them; null while issues are shown. */
  readonly outbox: string | null;
  readonly view: View;
  readonly width: Width;
  readonly look: Look;
  readonly images: ImageSource;
  /** False when every `<style>` is taken away. */
  readonly styles: boolean;
  /** The view at its side. */
  readonly beside: View | null;
  readonly besideWidth: Width;
}

export const defaultChoice: Choice = {
  issue: null,
  outbox: null,
  view: 'mail',
  width: 'full',
  look: 'light',
  images: 'local',
  styles: true,
  beside: null,
  besideWidth: 375,
};

/** Reads the query of the page's address. What is not known there falls back to the default. */
export function readChoice(query: string): Choice {
  const fields = new URLSearchParams(query);
  const issue = fields.get('issue');
  const outbox = fields.get('outbox');
  return {
    issue: issue !== null && /^[a-z0-9][a-z0-9-]*$/.test(issue) ? issue : null,
    // A name that can't be one leads to the list.
    outbox: outbox === null || /^[\w@.+-]+\.eml$/.test(outbox) ? outbox : '',
    view: oneOf(views, fields.get('view')) ?? defaultChoice.view,
    width: readWidth(fields.get('width')) ?? defaultChoice.width,
    look: oneOf(looks, fields.get('look')) ?? defaultChoice.look,
    images: oneOf(imageSources, fields.get('images')) ?? defaultChoice.images,
    styles: fields.get('styles') !== 'off',
    beside: oneOf(views, fields.get('beside')),
    besideWidth: readWidth(fields.get('besideWidth')) ?? defaultChoice.besideWidth,
  };
}

/** The query for a choice, with its `?`; what is as usual is left out. */
export function writeChoice(choice: Choice): string {
  const fields = new URLSearchParams();
  if (choice.issue !== null) fields.set('issue', choice.issue);
  if (choice.outbox !== null) fields.set('outbox', choice.outbox);
  if (choice.view !== defaultChoice.view) fields.set('view', choice.view);
  if (choice.width !== defaultChoice.width) fields.set('width', String(choice.width));
  if (choice.look !== defaultChoice.look) fields.set('look', choice.look);
  if (choice.images !== defaultChoice.images) fields.set('images', choice.images);
  if (!choice.styles) fields.set('styles', 'off');
  if (choice.beside !== null) fields.set('beside', choice.beside);
  if (choice.besideWidth !== defaultChoice.besideWidth) {
    fields.set('besideWidth', String(choice.besideWidth));
  }
  return `?${fields.toString()}`;
}

/** The choice as what is chosen can be shown: a mail of the outbox doesn't have every view. */
export function fitChoice(choice: Choice): Choice {
  if (choice.outbox === null) return choice;
  const { view, beside } = choice;
  return {
    ...choice,
    view: outboxViews.includes(view) ? view : 'mail',
    beside: beside !== null && outboxViews.includes(beside) ? beside : null,
  };
}

/** Reads a width: whole pixels within the limits, or `full`; else null. */
export function readWidth(text: string | null): Width | null {
  if (text === 'full') return 'full';
  if (text === null || !/^\d{1,5}$/.test(text)) return null;
  const width = Number(text);
  return width >= widthLimits.least && width <= widthLimits.most ? width : null;
}

/** The one of the known words that a text is; else null. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  text: string | null,
): Word | null {
  return words.find((word) => word === text) ?? null;
}
