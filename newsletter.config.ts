import { defineConfig } from 'galley';

export default defineConfig({
  name: 'Margin Notes',
  tagline: 'A monthly letter on building software that lasts',
  url: 'https://marginnotes.example',
  language: 'en',
  author: {
    name: 'Margin Notes',
    bio: 'A monthly letter on building software that lasts, written by one engineer in the evenings.',
    url: 'https://marginnotes.example',
    links: [
      { label: 'Archive', url: 'https://marginnotes.example/archive' },
      { label: 'RSS feed', url: 'https://marginnotes.example/feed.xml' },
    ],
  },
  from: { name: 'Margin Notes', address: 'letter@marginnotes.example' },
  reason: 'You get this letter because you signed up at marginnotes.example.',
  postalAddress: '12 Example Lane, Exampleton',
  unsubscribe: {
    url: 'https://marginnotes.example/unsubscribe',
    mailto: 'unsubscribe@marginnotes.example',
  },
  listId: 'letter.marginnotes.example',
  viewInBrowser: 'https://marginnotes.example/{slug}/',
});
