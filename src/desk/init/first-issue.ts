import type { IssueInput } from '../../issue/schema.ts';

/** The issue that a new workspace begins with: short, and a little of everything. */
export function firstIssue(name: string, date: string): IssueInput {
  return {
    number: 1,
    date,
    subject: `The first issue of ${name}`,
    preheader: 'A short letter that shows what goes where. Change it all.',
    status: 'draft',
    sections: [
      {
        kind: 'intro',
        greeting: 'Hello,',
        body: `
This is a letter to start from. Build it, look at it, then put your own words where these are: every
text is Markdown, with *emphasis*, \`code\` and [links](https://commonmark.org/help/).

Nothing leaves this computer until you send it.
`.trim(),
      },
      {
        kind: 'working-on',
        body: [
          'A newsletter that is kept as text, next to the code. Each issue is one file, and a mistake in it is told with its line and column.',
          {
            kind: 'quote',
            text: 'Simplicity does not precede complexity, but follows it.',
            by: 'Alan Perlis, Epigrams on Programming, 1982',
            url: 'https://www.cs.yale.edu/homes/perlis-alan/quotes.html',
          },
        ],
      },
      {
        kind: 'reading',
        items: [
          {
            mark: '🔥',
            title: "Cool URIs don't change",
            url: 'https://www.w3.org/Provider/Style/URI',
            by: 'Tim Berners-Lee',
            note: 'Why an address is a promise. It was written in 1998 and is still where it was.',
          },
          {
            title: 'Choose Boring Technology',
            url: 'https://mcfunley.com/choose-boring-technology',
            by: 'Dan McKinley',
            note: 'New tools cost most on the night when something breaks.',
          },
        ],
      },
      {
        kind: 'sign-off',
        body: 'That is all for the first time. Write back: answers go to the address this came from.',
        ps: 'A postscript is what people read first.',
      },
    ],
  };
}
