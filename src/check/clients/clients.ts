/** The mail programs that are looked at, by their names in caniemail's data and for an author. */
export const families: readonly {
  readonly id: string;
  readonly name: string;
  readonly platforms: readonly { readonly ids: readonly string[]; readonly name: string }[];
}[] = [
  {
    id: 'gmail',
    name: 'Gmail',
    platforms: [
      { ids: ['desktop-webmail'], name: 'web' },
      { ids: ['ios'], name: 'iOS' },
      { ids: ['android'], name: 'Android' },
    ],
  },
  {
    id: 'outlook',
    name: 'Outlook',
    platforms: [
      { ids: ['windows'], name: 'Windows' },
      // The new Outlook for Windows is the one of the web in a window of its own.
      { ids: ['outlook-com'], name: 'new, web' },
    ],
  },
  {
    id: 'apple-mail',
    name: 'Apple Mail',
    platforms: [
      { ids: ['macos'], name: 'macOS' },
      { ids: ['ios'], name: 'iOS' },
    ],
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    platforms: [
      { ids: ['desktop-webmail'], name: 'web' },
      { ids: ['ios'], name: 'iOS' },
      { ids: ['android'], name: 'Android' },
    ],
  },
  { id: 'samsung-email', name: 'Samsung', platforms: [{ ids: ['android'], name: 'Android' }] },
  {
    id: 'thunderbird',
    name: 'Thunderbird',
    platforms: [{ ids: ['macos', 'windows'], name: 'desktop' }],
  },
];
