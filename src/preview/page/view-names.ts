import type { ImageSource, Look, View } from './choice.ts';
import { widths } from './choice.ts';

/** The views in words. */
export const viewNames: Readonly<Record<View, string>> = {
  mail: 'Mail',
  text: 'Text',
  inbox: 'Inbox',
  message: 'Message',
  source: 'Source',
  changes: 'Changes',
  log: 'Log',
};

/** One of the things to choose from. */
export interface Option {
  readonly value: string;
  readonly name: string;
  /** More about it, on hover. */
  readonly about?: string;
}

/** The widths in words. */
export const widthOptions: readonly Option[] = widths.map((width) => ({
  value: String(width),
  name: width === 'full' ? 'Full' : String(width),
}));

/** The looks in words, and whose they are. */
export const lookOptions: readonly (Option & { readonly value: Look })[] = [
  { value: 'light', name: 'Light', about: 'As the mail is' },
  { value: 'dark', name: 'Dark', about: 'By the mail’s own dark mode' },
  {
    value: 'partial',
    name: 'Partial',
    about: 'What is on a light background is inverted, as Gmail on Android does',
  },
  { value: 'full', name: 'Inverted', about: 'Every colour is inverted, as Gmail on iOS does' },
];

/** Where pictures come from, in words. */
export const imageOptions: readonly (Option & { readonly value: ImageSource })[] = [
  { value: 'local', name: 'Workspace', about: 'Those of the workspace' },
  { value: 'blocked', name: 'Blocked', about: 'None' },
  { value: 'all', name: 'Web too', about: 'Those from the web are fetched' },
];
