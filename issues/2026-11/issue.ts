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

// Lists are easier to read here than inside the indented sections.
const rules = `
- A line may have 998 characters, and [the standard](https://www.rfc-editor.org/rfc/rfc5322.html)
  would rather you stopped at 78.
- A space at the end of a line has to be written as \`=20\`, or it may not survive the trip.
  - It matters: the line above a signature is \`-- \`, with the space.
- A line that begins with \`From \` may arrive as \`>From \`.[^mbox]

[^mbox]: In the old Unix mailbox file, a line that begins with \`From \` starts the next message. So
    yours get a \`>\` put before them, sometimes by a server you have never heard of.
`;

const waysOut = `
1. Escape the braces in the text. Now everybody who writes has to know which tool runs later.
2. Never read text as a template. Text goes in at the very end, and nobody looks inside it.

I took the ~~first~~ second. The first one survived until Tuesday.
`;

export default defineIssue({
  number: 11,
  date: '2026-11-02',
  subject: 'What is in an email, anyway?',
  preheader:
    'A tree of parts, one space that must be spelled out, and a talk in words of one syllable.',
  status: 'ready',
  sections: [
    intro({
      greeting: 'Hello again,',
      body: `
Last month I promised to take an email apart, and to start with this one. It is a strange thing to
look inside: much of it is older than the web, all of it is text, and it still arrives.

You need not care about email to read on. It is what any system looks like after fifty years of
nobody being allowed to break it.
      `,
    }),

    sponsor({
      // galley-ignore sponsor-label: a donated slot; nobody paid, and the text says so
      label: 'Thanks to',
      name: 'curl',
      url: 'https://curl.se/donation.html',
      cta: 'Ways to support curl',
      body: `
This space was not sold; I gave it away. curl has moved data from one place to another since 1998,
it is free, and it is in your phone, your car and quite possibly your fridge. If your company ships
it, and your company ships it, the page behind this button is for your company.
      `,
    }),

    workingOn({
      body: [
        `
The plain-text half of this letter. Each issue travels as one message that says everything twice,
once as a page and once as text. I used to treat the text as the exhaust of the HTML. Then I read
one in a terminal, and apologised to the room.
        `,
        image({
          src: 'message.png',
          alt: 'Diagram of the parts of an email as a tree. A multipart/alternative holds text/plain, first, and multipart/related, which in turn holds text/html and an image/png named by its Content-ID.',
          caption:
            'The order matters: of several alternatives, a mail program shows the last it can.',
        }),
        'So I wrote it by hand, from the same data as the page, and met rules I had never heard of:',
        rules,
        code({
          language: 'ts',
          code: `// The two things in a line of text that mail may not carry as they stand.
const protect = (line: string): string =>
  line
    .replace(/^From /, '=46rom ') // or a mailbox file makes it >From
    .replace(/[ \\t]$/, (blank) => (blank === ' ' ? '=20' : '=09')); // or a relay trims it`,
          caption: 'A piece of quoted-printable. Each = in the text itself became =3D before this.',
        }),
        'To look inside a message of your own, save it from your mail program and ask Python, which has opened stranger things:',
        code({
          language: 'bash',
          code: `# Prints the type of each part, outermost first
python3 - letter.eml <<'END'
import email, sys
for part in email.message_from_file(open(sys.argv[1])).walk():
    print(part.get_content_type())
END`,
        }),
      ],
    }),

    reading({
      items: [
        {
          mark: '🔥',
          title: "Parse, don't validate",
          url: 'https://lexi-lambda.github.io/blog/2019/11/05/parse-don-t-validate/',
          by: 'Alexis King',
          note: `
A validator looks at your data, nods and forgets. A parser hands back a type that remembers. It is
written for Haskell, and it changed my TypeScript more than anything about TypeScript has.
          `,
        },
        {
          title: 'I Knew How To Validate An Email Address Until I Read The RFC',
          url: 'https://haacked.com/archive/2007/08/21/i-knew-how-to-validate-an-email-address-until-i.aspx/',
          by: 'Phil Haack',
          note: `
Addresses that the standard allows and your form refuses, slashes and exclamation marks included. My
own method, after years of regular expressions: look for an @, send a mail, wait.
          `,
        },
        {
          title: 'Our Software Dependency Problem',
          url: 'https://research.swtch.com/deps',
          by: 'Russ Cox',
          note: `
We let strangers' code into the house faster than we would lend them a drill. He has a checklist for
the door and, better, says what to do once it is inside: test it, wrap it, watch it, and know how you
would live without it.
          `,
        },
        {
          mark: '🔥',
          title: 'Files are hard',
          url: 'https://danluu.com/file-consistency/',
          by: 'Dan Luu',
          note: `
You want to change a file and not lose it if the power goes. He writes the obvious code, breaks it,
repairs it and breaks it again. I have shipped the first three versions, in that order.
          `,
        },
        {
          title: 'Notes on Distributed Systems for Young Bloods',
          url: 'https://www.somethingsimilar.com/2013/01/14/notes-on-distributed-systems-for-young-bloods/',
          by: 'Jeff Hodges',
          note: `
Lessons with the scars left on. Use percentiles, not averages; find ways to be partially available;
and "it's slow" is the hardest bug you will ever get. I reread it whenever I am about to put a queue
between two things that get on well.
          `,
        },
        { text: 'And now back to the roots.' },
        {
          title: 'Teach Yourself Programming in Ten Years',
          url: 'https://norvig.com/21-days.html',
          by: 'Peter Norvig',
          note: `
His answer to all the books that promise it in days. I read it in my second year and was insulted. I
am past the tenth now, and I think he was being kind.
          `,
        },
        { text: 'And one that needs no computer.' },
        {
          title: 'Get your work recognized: write a brag document',
          url: 'https://jvns.ca/blog/brag-documents/',
          by: 'Julia Evans',
          note: `
Reviews come in December, and nobody remembers March, including you. Keep a page of what you did and
why it mattered. Mine also lists what I talked people out of, which is my best work.
          `,
        },
      ],
    }),

    news({
      lead: 'Slow news: all of it has been true for a while, and you can still act on it.',
      items: [
        {
          title: 'RFC 8058, the unsubscribe button that works',
          url: 'https://www.rfc-editor.org/rfc/rfc8058.html',
          by: 'John Levine and Tobias Herkula',
          note: `
Spam filters fetch the links they find, those in the headers too, and so unsubscribed people who had
not asked. Hence a POST, and a header to announce it: \`List-Unsubscribe-Post:
List-Unsubscribe=One-Click\`. It dates from January 2017.
          `,
        },
        {
          title: "Gmail's rules for people who send a lot",
          url: 'https://support.google.com/mail/answer/81126',
          by: 'Google',
          note: `
Since 2024, about 5,000 messages a day to Gmail means SPF, DKIM, DMARC, that unsubscribe button, and
complaints below 0.3 percent. Yahoo asks much the same. I send far fewer and follow them anyway.
          `,
        },
        {
          title: 'Node.js runs TypeScript',
          url: 'https://nodejs.org/api/typescript.html',
          by: 'Node.js documentation',
          note: `
Types are replaced with blanks, so lines and columns stay where they were and nobody needs a source
map. On by default since 22.18 and 23.6. There are no enums and no checking: it trusts you, and
somebody has to.
          `,
        },
        {
          title: 'A 10x Faster TypeScript',
          url: 'https://devblogs.microsoft.com/typescript/typescript-native-port/',
          by: 'Anders Hejlsberg',
          note: `
From March 2025: the compiler moves to Go, as TypeScript 7. Read it for one word, *port*. They kept
the structure of the old code instead of designing a better one, because they meant to finish.
          `,
        },
        {
          title: 'MJML 5 closes a door',
          url: 'https://github.com/mjmlio/mjml/releases/tag/v5.0.0',
          by: 'the MJML team',
          note: `
It no longer follows \`mj-include\` unless you say so. In a template you did not write, an include is
a way to read files you did not mean to share. The minifier is new too, so expect your HTML to move.
          `,
        },
        {
          title: 'SQLite comes with Node.js',
          url: 'https://nodejs.org/api/sqlite.html',
          by: 'Node.js documentation',
          note: `
\`node:sqlite\` has been there since 22.5: synchronous, small, and nothing to compile. Look at the
stability line on top of the page before you lean on it.
          `,
        },
      ],
    }),

    topic({
      heading: 'Two pairs of braces',
      body: [
        `
I pasted a line from a Helm chart into a draft of this letter. It said \`{{ .Values.image }}\`, and
the template engine, which is also fond of braces, looked for a field of that name. In a chart it is
ordinary:

~~~yaml
containers:
  - name: web
    image: '{{ .Values.image.repository }}:{{ .Values.image.tag }}'
~~~

Two tools, one pair of braces. There are two ways out:
        `,
        waysOut,
        callout({
          tone: 'warning',
          text: 'Where content is read as a template, whoever may write content may write code. People have lost servers that way, politely, one field at a time.',
        }),
      ],
    }),

    topic({
      heading: 'On the desk',
      body: [
        'What was open while I did all this:',
        links({
          cards: [
            {
              title: 'Can I email',
              url: 'https://www.caniemail.com/',
              note: 'Which mail programs understand which piece of HTML and CSS. Bring a cushion.',
            },
            {
              title: 'The CommonMark specification',
              url: 'https://spec.commonmark.org/0.31.2/',
              note: 'Markdown with the arguments settled, and an example for each.',
            },
          ],
        }),
        'There are packages for quoted-printable. I wrote my forty lines instead, on this authority:',
        quote({
          text: 'A little copying is better than a little dependency.',
          by: 'Rob Pike, Go Proverbs, 2015',
          url: 'https://go-proverbs.github.io/',
        }),
      ],
    }),

    // No heading: the talk needs no introduction, only a warning.
    topic({
      body: [
        `
For a long evening: Guy Steele gave this talk in words of one syllable, and each longer word had to
be defined before he could use it. It is about languages that can grow. You will watch your own
words for days.
        `,
        video({
          title: 'Growing a Language: Guy Steele at OOPSLA, 1998',
          url: 'https://www.youtube.com/watch?v=_ahvzDzKdB0',
          thumbnail: 'growing-a-language.png',
        }),
        post({
          author: 'Margin Notes',
          handle: '@letter@marginnotes.example',
          avatar: 'avatar.png',
          text: 'What is the oldest thing you wrote that somebody still runs? Cron jobs count. Cron jobs nobody dares to stop count double.',
          url: 'https://marginnotes.example/notes/still-running',
          date: '2026-10-28',
        }),
      ],
    }),

    signOff({
      body: [
        `
That is what was in it. Mine is a shell script from my first job, I am told, and I am told in a tone
of voice. Tell me yours.
        `,
        button({
          text: 'Write to me about yours',
          url: 'mailto:letter@marginnotes.example?subject=Still%20running',
        }),
      ],
      ps: 'If you are reading the text half of this letter: hello. I wrote it for you.',
    }),
  ],
});
