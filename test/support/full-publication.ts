import type { PublicationInput } from '../../src/workspace/publication.ts';
import { makeGif, makePng } from './make-image.ts';

/** A publication that sets everything. */
export const fullConfig: PublicationInput = {
  name: 'Salt & "Pepper"',
  tagline: "A letter's <b>tagline</b>",
  url: 'https://salt.example/?a=1&b=2',
  language: 'en',
  author: {
    name: 'Ada Example',
    bio: 'Writes in the evenings & at "noon".',
    url: 'https://ada.example',
    avatar: 'issues/one/tall.png',
    links: [
      { label: 'Archive', url: 'https://salt.example/archive?x=1&y=2' },
      { label: 'Post', url: 'mailto:ada@salt.example' },
    ],
  },
  from: { name: 'Salt & "Pepper"', address: 'letter@salt.example' },
  replyTo: 'answers@salt.example',
  reason: "You get this because you asked for it, didn't you?",
  postalAddress: 'Salt & Pepper, 12 Example Lane, Exampleton',
  unsubscribe: { url: 'https://salt.example/leave?id=1&b=2', mailto: 'leave@salt.example' },
  listId: 'letter.salt.example',
  viewInBrowser: 'https://salt.example/{slug}/?from=mail&x=1',
};

/** Its pictures: narrower than the column, much wider, and upright. */
export const pictures = {
  'narrow.png': makePng(120, 90),
  'wide.png': makePng(1600, 400),
  'tall.png': makePng(300, 900),
  'small.gif': makeGif(40, 40),
};
