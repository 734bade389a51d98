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
  number: 12,
  date: '2026-12-07',
  title: 'A year in the margins',
  subject: 'Twelve letters, one shelf and a few regrets',
  preheader:
    'What held up in databases, email and writing, and eight pieces I would hand to a new colleague.',
  status: 'draft',
  sections: [
    intro({
      greeting: 'Dear reader,',
      body: [
        `
By tradition, the December letter looks back. It is the first December letter, but traditions have
to start somewhere.

The plan in January was one letter a month about building software that lasts. What I had not
planned for is that a month lasts about nine days. So here is the year by theme instead of by date:
what held up, what I got wrong, and **eight pieces worth rereading**. If you have time for one
section only, skip mine and read theirs.
        `,
        image({
          src: 'reading-shelf.png',
          alt: 'Drawing of a bookshelf with eight books, named after the eight pieces in the reading section. Paper slips stick out of four of them. A thin pamphlet, RFC 1925, leans at the end beside a steaming cup.',
          caption: 'The year on one shelf. The slips mark where I argued with the author.',
        }),
      ],
    }),

    sponsor({
      // galley-ignore sponsor-label: a donated slot; nobody paid, and the text says so
      label: 'Thanks to',
      name: 'Internet Archive',
      url: 'https://archive.org/donate',
      body: `
This slot is donated: nobody paid, and nobody asked. The Internet Archive is a non-profit
library that has been saving web pages since 1996. When a link in one of these letters dies, its
Wayback Machine is where I go to find out what I was so sure about.
      `,
      cta: 'Give to the Internet Archive',
    }),

    topic({
      heading: 'Databases',
      body: [
        `
The most useful thing I did to a database this year was to restore one. Not *plan* to restore it:
take last night's backup, an empty machine and a stopwatch.

I had been telling people it would take forty minutes. It took four hours.[^password] Three rules
came out of that afternoon:

1. **A backup you have never restored is a rumour.** Put the restore in the calendar, twice a year.
2. Write the steps down while you do them, not once you feel proud of them.
3. Whoever wrote the steps may watch, silently, while somebody else follows them.

The other lesson was about page two. \`OFFSET 100000\` makes the database walk past a hundred
thousand rows and throw them away. I had read [Markus Winand's case against
OFFSET](https://use-the-index-luke.com/no-offset), nodded, and changed nothing. This year I changed
it:

[^password]: Most of it went on looking for the password that decrypts the backup. It was in the
    backup.
        `,
        code({
          language: 'sql',
          code: `-- Start after the last row the reader has seen.
-- Needs an index on (sent_at, id).
SELECT id, subject, sent_at
FROM letters
WHERE (sent_at, id) < (:last_sent_at, :last_id)
ORDER BY sent_at DESC, id DESC
LIMIT 20;`,
          caption:
            'Page 2,000 now costs what page 2 does. You lose the jump to page 37, which nobody made.',
        }),
      ],
    }),

    topic({
      heading: 'Email',
      body: [
        `
Every year somebody announces the death of email, as a rule in a newsletter. I went looking for the
age of the parts in this one and found [RFC 561](https://www.rfc-editor.org/rfc/rfc561), from
September 1973, which proposed that a message begin with lines called From, Date and Subject. Its
example announces a meeting and ends: "Y'all be here."
        `,
        image({
          src: 'newsletter-ages.png',
          alt: 'Timeline of the parts of a newsletter by the year of their first RFC: From, Date and Subject lines 1973, SMTP 1981, MIME 1992, HTML 1995, UTF-8 1996, the unsubscribe header 1998, DKIM signatures 2007, one-click unsubscribe 2017.',
          caption: 'HTML and UTF-8 were in use before their RFCs.',
        }),
        `
The youngest part is nine. I think I know why they lasted: nearly all of them could be ignored by
older software, which carried on as before. My advice to senders is as dull: send less HTML, always
send the plain text too, and make leaving take one click.
        `,
        quote({
          text: 'In protocol design, perfection has been reached not when there is nothing left to add, but when there is nothing left to take away.',
          by: 'RFC 1925, The Twelve Networking Truths',
          url: 'https://www.rfc-editor.org/rfc/rfc1925',
        }),
      ],
    }),

    workingOn({
      body: `
The thing that made this letter. I spent the year's spare evenings moving it out of a web editor and
into plain files: one typed file an issue, kept in git, built by Galley.

I expected version control. What I got was embarrassment, delivered early: the build refuses a
picture without a description, and on the first evening it refused eleven of mine. I used to be rude
about checkers. Now I am rude about the person they check.

Still open: I write the subject line last, at midnight, and it shows.
      `,
    }),

    topic({
      heading: 'Writing',
      body: [
        `
Code gets rewritten. The paragraph that says why survives, if anyone wrote it. My best habit this
year was the *decision record*: one page in the repository with the context, the decision and
its consequences. [Michael Nygard described the
format](https://www.cognitect.com/blog/2011/11/15/documenting-architecture-decisions) in 2011, and
it needs no tool and no meeting.

The other half is knowing what kind of page you are writing. Diátaxis names four: tutorial, how-to
guide, reference and explanation. My worst pages were always two of them at once.
        `,
        button({ text: 'See the four kinds at Diátaxis', url: 'https://diataxis.fr/' }),
      ],
    }),

    topic({
      heading: 'Tools',
      body: [
        `
The year's survivors, and the others:

- **Kept**
  - [\`git bisect run\`](https://git-scm.com/docs/git-bisect), which found the guilty commit while I
    made coffee. It was mine.
  - A text file called \`today.txt\`.
- **Let go**
  - The dashboard only I looked at, and then not even I.
  - Two note-taking apps, whose export formats I now know well.

And two I installed in January and have not thought about since, which is the highest praise I have:
        `,
        links({
          cards: [
            {
              title: 'ripgrep',
              url: 'https://github.com/BurntSushi/ripgrep',
              note: 'Searches a folder of files and skips what git ignores.',
              image: 'text-search.png',
            },
            {
              title: 'hyperfine',
              url: 'https://github.com/sharkdp/hyperfine',
              note: 'Times a command properly and says whether your speed-up was real. Mine, twice, was not.',
              image: 'stopwatch.png',
            },
          ],
        }),
      ],
    }),

    topic({
      heading: 'One demo',
      body: [
        `
Wednesday is the anniversary. On 9 December 1968 Douglas Engelbart sat down before a conference in
San Francisco and showed, in ninety minutes, the mouse, linked text, and two people in different
cities working on one screen. I watch it every December to remember how long *soon* can take.
        `,
        video({
          title: 'The Mother of All Demos, presented by Douglas Engelbart (1968)',
          url: 'https://www.youtube.com/watch?v=yJDv-zdhzMY',
          thumbnail: 'mother-of-all-demos.png',
        }),
      ],
    }),

    reading({
      heading: 'The eight I would read again',
      lead: 'None of them is new. That is how I know.',
      items: [
        {
          mark: '🔥',
          title: 'How Complex Systems Fail',
          url: 'https://how.complexsystems.fail/',
          by: 'Richard I. Cook',
          note: `
Eighteen short points by a doctor, written with patients in mind and passed around ever since by
people who carry pagers. "Complex systems run in degraded mode" is the kindest thing anyone has said
about my production setup.
          `,
        },
        {
          title: 'Write code that is easy to delete, not easy to extend',
          url: 'https://programmingisterrible.com/post/139222674273/write-code-that-is-easy-to-delete-not-easy-to',
          by: 'tef',
          note: 'I argued with it for an evening. Then I deleted a plugin system nobody had ever plugged anything into.',
        },
        {
          mark: '🔥',
          title: 'Local-first software',
          url: 'https://www.inkandswitch.com/essay/local-first/',
          by: 'Martin Kleppmann, Adam Wiggins, Peter van Hardenberg and Mark McGranaghan',
          note: 'Seven ideals for software whose data stays yours. Ask of every tool you use what is left when its company is not.',
        },
        {
          title: 'Falsehoods Programmers Believe About Names',
          url: 'https://www.kalzumeus.com/2010/06/17/falsehoods-programmers-believe-about-names/',
          by: 'Patrick McKenzie',
          note: 'Forty of them, and the last is "People have names." Every form I built believed at least ten.',
        },
        { text: 'And now back to the roots.' },
        {
          title: 'As We May Think',
          url: 'https://www.theatlantic.com/magazine/archive/1945/07/as-we-may-think/303881/',
          by: 'Vannevar Bush',
          note: 'July 1945, and there is already too much to read. His imagined desk remembers *why* two pages belong together. My bookmarks still do not.',
        },
        {
          title: 'The Rise of "Worse is Better"',
          url: 'https://www.dreamsongs.com/RiseOfWorseIsBetter.html',
          by: 'Richard P. Gabriel',
          note: 'Why the simple, slightly wrong thing spreads while the right one is being finished. I have changed sides three times.',
        },
        {
          title: 'Reflections on Trusting Trust',
          url: 'https://dl.acm.org/doi/10.1145/358198.358210',
          by: 'Ken Thompson',
          note: 'Three pages, from 1984, on how a compiler can lie about its own source. Best read after `npm install`, when it is too late anyway.',
        },
        { text: 'One for the train home.' },
        {
          title: 'Computers can be understood',
          url: 'https://blog.nelhage.com/post/computers-can-be-understood/',
          by: 'Nelson Elhage',
          note: 'There is no magic below you, only layers that somebody wrote. Send it to a colleague who is stuck.',
        },
      ],
    }),

    news({
      heading: 'News that keeps',
      lead: 'Dates set so far ahead that they are still right whenever you read this.',
      items: [
        {
          title: 'TLS certificates get shorter lives',
          url: 'https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/',
          by: 'CA/Browser Forum',
          note: 'At most 200 days since March 2026, 100 from March 2027, 47 from March 2029. If your renewal is a person with a calendar, be kind to that person.',
        },
        {
          title: 'The Cyber Resilience Act begins to apply',
          url: 'https://eur-lex.europa.eu/eli/reg/2024/2847/oj',
          by: 'European Union',
          note: 'As adopted: makers report actively exploited vulnerabilities from 11 September 2026, and most of the rest applies from 11 December 2027. The first deadline is 24 hours.',
        },
        {
          title: 'PostgreSQL 14 has had its five years',
          url: 'https://www.postgresql.org/support/versioning/',
          note: 'A major version gets five years of fixes, and for 14 they were set to end in November 2026. Look up what you run. It is never the version you think.',
        },
        {
          title: 'A coal mine keeps your code for a thousand years',
          url: 'https://archiveprogram.github.com/arctic-vault/',
          by: 'GitHub Archive Program',
          note: 'GitHub put its active public repositories of 2 February 2020 on film in Svalbard. My worst shell script is in there.',
        },
        {
          title: 'The leap second is on notice',
          url: 'https://www.bipm.org/en/cgpm-2022/resolution-4',
          by: 'BIPM',
          note: 'By 2035 at the latest, UTC may drift further from the turning Earth than the 0.9 seconds it was allowed. Do not delete the test yet.',
        },
        {
          title: 'Debian counts past 2038',
          url: 'https://wiki.debian.org/ReleaseGoals/64bit-time',
          note: 'Debian 13 moved its 32-bit ARM ports to a 64-bit `time_t`. The 32-bit clock runs out on 19 January 2038, a Tuesday. I have booked it off.',
        },
      ],
    }),

    topic({
      body: [
        `
Here I would give you the numbers, but I have none. This letter counts no opens and no clicks, so
all I know of you is what you write back: since November, mostly about cron jobs. My one public
statement on the subject:
        `,
        post({
          author: 'Margin Notes',
          handle: '@letter@marginnotes.example',
          text: 'Twelve letters, no tracking pixel. I cannot tell how many of you read to the end. Hello to you both.',
          url: 'https://marginnotes.example/notes/hello-to-you-both',
          date: '2026-12-01',
        }),
        callout({
          tone: 'note',
          text: `
**Errata.** Readers found seven mistakes this year, and I am grateful for six of them. Every fix in
the archive carries its date: a page corrected in silence is a page you cannot trust.
          `,
        }),
      ],
    }),

    signOff({
      body: `
That is the year. Thank you for reading, for writing back, and for the corrections, even the
seventh. If you do one thing before January, restore a backup. If you do two, find out where the
password is.
      `,
      ps: 'Hit reply and tell me the best thing you read this year. I answer every letter, slowly, by hand.',
      signature: `
**Margin Notes**\\
A monthly letter on building software that lasts, without a growth team.
      `,
    }),
  ],
});
