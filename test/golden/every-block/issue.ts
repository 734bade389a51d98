import {
  button,
  callout,
  code,
  defineIssue,
  image,
  intro,
  links,
  news,
  post,
  quote,
  reading,
  signOff,
  sponsor,
  topic,
  video,
  workingOn,
} from 'galley';

export default defineIssue({
  number: 2,
  date: '2026-02-02',
  subject: 'One of everything',
  preheader: 'Seven kinds of section and eight kinds of block.',
  title: 'Every block',
  status: 'ready',
  sections: [
    intro({ greeting: 'Hello,', body: 'A paragraph with [a link](https://blocks.example/a).' }),
    sponsor({
      name: 'Sponsor',
      url: 'https://sponsor.example',
      image: 'picture.png',
      cta: 'Have a look',
      body: 'A word from them.',
    }),
    workingOn({
      body: [
        `
# A heading

Words in **bold**, *italics*, ~~struck out~~ and \`code\`.[^note]

1. first
2. second
   - inside

> A quotation.

[^note]: A footnote.
        `,
        image({
          src: 'picture.png',
          alt: 'A grey square',
          caption: 'A caption',
          href: 'https://blocks.example/picture',
        }),
        links({
          cards: [
            { title: 'A card', url: 'https://card.example', note: 'Why.', image: 'picture.png' },
            { title: 'Another', url: 'https://card.example/2' },
          ],
        }),
        post({
          author: 'Grace',
          handle: '@grace',
          text: 'A short post.',
          url: 'https://post.example/1',
          date: '2026-01-30',
          avatar: 'picture.png',
        }),
        video({ title: 'A video', url: 'https://video.example/1', thumbnail: 'picture.png' }),
        code({
          language: 'ts',
          code: '// spaces  stay\nconst a = (b: string) =>\n  b;',
          caption: 'A listing',
        }),
        quote({ text: 'Well said.', by: 'Somebody', url: 'https://quote.example' }),
        callout({ text: 'Mind the gap.', tone: 'tip' }),
        button({ text: 'A button', url: 'https://button.example' }),
        'After the button.',
      ],
    }),
    reading({
      lead: 'A lead.',
      items: [
        { mark: '🔥', title: 'An item', url: 'https://item.example/1', by: 'Its author', note: 'A note.' },
        { text: 'And now back to the roots.' },
        { title: 'Another item', url: 'https://item.example/2' },
      ],
    }),
    news({ heading: 'In the news', items: [{ title: 'One', url: 'https://news.example/1' }] }),
    topic({ heading: 'A topic', body: 'Its text.' }),
    topic({ body: 'A topic without a heading.' }),
    signOff({ heading: 'Goodbye', body: 'Until next time.', ps: 'One more thing.' }),
  ],
});
