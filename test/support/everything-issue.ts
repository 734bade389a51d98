import type { IssueInput } from '../../src/issue/schema.ts';
import { fullConfig, pictures } from './full-publication.ts';
import type { Letter } from './print-issue.ts';
import { printIssueOf } from './print-issue.ts';

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longAddress = `https://long.example/${'a-very-long-path-without-a-break/'.repeat(4)}end?x=1&y=2`;

const prose = `
# A heading of the author's

Words in **bold**, *italics*, ~~struck out~~ and \`code with <tags> & spaces\`, [a link](https://prose.example/a?b=1&c=2 "Its title"),
a bare one, https://bare.example/path, a long one, ${longAddress}, and one to <mailto:hi@salt.example>.\\
A new line. It's "quoted" -- 'twice'. A note.[^one] Another.[^two]

### Deeper

${longWord} and ${'x'.repeat(300)}, with 日本語の文章は単語の間に空白を置かないので、どこで行を折り返すかは規則によって決まります。 And 🔥👩‍👩‍👧‍👦🇩🇪.

## Between

- one
- two
  - inside, with \`code\`
    1. deeper
- three

  in paragraphs

7. seven
8. eight

> A quotation
>
> > inside a quotation

![A picture in prose](narrow.png "Its title") ![Far away](https://pictures.example/far.jpg)

---

\`\`\`ts
const answer:   string = "two  spaces"; // and a comment
\tif (answer) return \`<b>\${answer}</b>\`;
\`\`\`

~~~
plain ${'y'.repeat(120)}
~~~

From here on.

<!--[if mso]><b>not for Outlook</b><![endif]--> <script>alert(1)</script> {{constructor}} {{unsubscribe_url}} </mj-text></style></title>

[^one]: A footnote with [a link](https://note.example/).
[^two]: Another, of \`code\`.
`;

/** Every kind of section, every block, every field. */
export const everythingIssue: IssueInput = {
  number: 7,
  date: '2026-03-04',
  subject: 'Everything & "more": <b>it\'s</b> all here',
  preheader: 'A little of everything, "quoted" & all.',
  title: `Everything, also ${longWord}`,
  status: 'ready',
  sections: [
    {
      kind: 'intro',
      greeting: "Hello & welcome, it's me,",
      body: [
        {
          kind: 'links',
          cards: [{ title: 'Before any heading', url: 'https://card.example/first' }],
        },
        prose,
      ],
    },
    {
      kind: 'sponsor',
      name: 'A & B "Ltd"',
      url: 'https://sponsor.example/?a=1&b=2',
      image: 'wide.png',
      cta: 'Have a look & see',
      body: [
        `A word from them.\n\n# Why\n\n${longWord}\n\n\`\`\`sh\nls -la | grep ${'z'.repeat(90)}\n\`\`\``,
        { kind: 'button', text: 'First', url: 'https://sponsor.example/first' },
        'Between.',
        {
          kind: 'links',
          cards: [{ title: 'Card', url: 'https://card.example/s', image: 'small.gif' }],
        },
      ],
    },
    {
      kind: 'working-on',
      body: [
        'Every block there is.',
        {
          kind: 'image',
          src: 'wide.png',
          alt: 'Wide "one" & more',
          caption: "A caption, it's <short>",
          href: 'https://image.example/?a=1&b=2',
        },
        { kind: 'image', src: 'narrow.png', alt: '' },
        { kind: 'image', src: 'tall.png', alt: 'An upright one', width: 900 },
        { kind: 'image', src: 'https://pictures.example/far.png?a=1&b=2', alt: 'Far', width: 300 },
        {
          kind: 'links',
          cards: [
            {
              title: `Card & ${longWord}`,
              url: 'https://card.example/?a=1&b=2',
              note: 'A *note*.',
              image: 'tall.png',
            },
            { title: 'Without more', url: 'https://card.example/plain' },
            { title: 'By mail', url: 'mailto:card@salt.example', note: 'Two\n\nparagraphs' },
          ],
        },
        {
          kind: 'post',
          author: 'Grace & Co',
          handle: '@grace@a-very-long-instance-name-of-the-fediverse.social.example',
          text: 'A *post*, with [a link](https://post.example/in).',
          url: 'https://post.example/1?a=1&b=2',
          date: '2026-02-03',
          avatar: 'wide.png',
        },
        { kind: 'post', author: 'Without more', text: 'Short.', url: 'https://post.example/2' },
        {
          kind: 'video',
          title: 'A "video" & more',
          url: 'https://video.example/?v=1&t=2',
          thumbnail: 'wide.png',
        },
        {
          kind: 'code',
          language: 'ts',
          code: `/** Doc */\nexport const a: Map<string, number> = new Map([['x', 0x1f]]); // ${'w'.repeat(60)}\n\n\n  function f(this: void) { return /a b/.test("q"); }`,
          caption: 'Some "code"',
        },
        {
          kind: 'code',
          language: 'html',
          code: '<!--[if mso]>\n<p class="x">  &amp; {{x}}</p>\n<![endif]-->',
        },
        {
          kind: 'quote',
          text: 'Said & done.\n\nTwice.',
          by: 'A "Person"',
          url: 'https://quote.example/?a=1&b=2',
        },
        { kind: 'quote', text: 'Nobody said it.' },
        { kind: 'quote', text: 'Somewhere.', url: 'https://quote.example/somewhere' },
        { kind: 'callout', text: '**Mind** the gap.\n\n- and\n- the list', tone: 'warning' },
        { kind: 'callout', text: 'Of no tone.' },
        { kind: 'button', text: `A button & ${longWord}`, url: 'https://button.example/?a=1&b=2' },
        'After the button.',
      ],
    },
    {
      kind: 'reading',
      lead: 'A lead with [a link](https://lead.example/).',
      items: [
        {
          mark: '🔥',
          title: 'An item & "more"',
          url: 'https://item.example/?a=1&b=2',
          by: "O'Neill",
          note: 'A note.\n\n# Heading in it\n\n- with\n- a list\n\n> and a quotation',
        },
        { text: 'And now *back* to the roots.' },
        { title: longWord, url: longAddress },
        { title: 'The last', url: 'https://bücher.example/ä', note: 'With `code`.' },
      ],
    },
    {
      kind: 'news',
      heading: 'News & such',
      items: [
        { text: 'First an interlude.' },
        { title: 'One', url: 'https://news.example/1' },
        { title: 'Two', url: 'https://news.example/2' },
      ],
    },
    { kind: 'topic', heading: 'A "topic"', body: 'With **one** paragraph.' },
    { kind: 'topic', body: '# A topic without a heading\n\nIts text.' },
    {
      kind: 'sign-off',
      heading: 'Goodbye & thanks',
      body: [
        'Until next time.',
        { kind: 'button', text: 'Answer', url: 'mailto:answers@salt.example?subject=Re%3A&body=x' },
      ],
      ps: 'One more [thing](https://ps.example/).',
    },
  ],
};

/** The issue with everything, printed from left to right. */
export function printEverything(): Promise<Letter> {
  return printIssueOf(everythingIssue, fullConfig, pictures);
}

/** The same from right to left, with Arabic words. */
export function printRightToLeft(): Promise<Letter> {
  const [intro, ...rest] = everythingIssue.sections;
  if (intro?.kind !== 'intro') throw new Error('The issue begins with an intro.');
  const arabic = 'هذه رسالة شهرية عن بناء برمجيات تدوم، وفيها `code` وقائمة:\n\n- واحد\n- اثنان';
  const body = [arabic, ...(typeof intro.body === 'string' ? [intro.body] : intro.body)];
  const issue = { ...everythingIssue, title: 'كل شيء', sections: [{ ...intro, body }, ...rest] };
  return printIssueOf(issue, { ...fullConfig, language: 'ar' }, pictures);
}
