// The letter that is measured: a monthly roundup of 1,500 words and 12 items, without pictures.
import { stringify } from 'yaml';
import { createWriter } from './prose.js';

/**
 * Makes an issue as an author writes it. The same seed gives the same issue; another edition
 * differs from it in one word of the same length.
 *
 * @param {number} seed
 * @param {number} [edition] 0 to 675
 */
export function makeIssue(seed, edition = 0) {
  const write = createWriter(seed);
  const prose = (...paragraphs) =>
    paragraphs.map(([words, links]) => write.paragraph(words, links)).join('\n\n');
  return {
    number: seed,
    date: new Date(Date.UTC(2020, 0, seed)).toISOString().slice(0, 10),
    subject: write.title(6),
    preheader: write.sentence(14),
    status: 'ready',
    sections: [
      {
        kind: 'intro',
        greeting: 'Hello again,',
        body: `${prose([58], [48, 1])}\n\nDraft ${editionName(edition)} of this letter.`,
      },
      {
        kind: 'sponsor',
        name: write.title(2),
        url: write.url(),
        body: prose([42, 1]),
        cta: 'See how it works',
      },
      {
        kind: 'working-on',
        body: [
          prose([62, 1], [74, 1]),
          `### ${write.title(4)}\n\n${prose([66, 1])}`,
          [9, 11, 10].map((words) => `- ${write.sentence(words)}`).join('\n'),
          prose([52, 1]),
        ].join('\n\n'),
      },
      {
        kind: 'reading',
        lead: prose([18]),
        items: Array.from({ length: 8 }, (_, index) => makeItem(write, 43, index === 0)),
      },
      {
        kind: 'news',
        lead: prose([14]),
        items: Array.from({ length: 4 }, () => makeItem(write, 38, false)),
      },
      {
        kind: 'topic',
        heading: write.title(4),
        body: [
          prose([64, 1], [72, 1]),
          { kind: 'quote', text: write.sentence(16), by: write.title(2), url: write.url() },
          prose([53, 1]),
        ],
      },
      { kind: 'topic', heading: write.title(3), body: prose([52, 1], [57, 1], [35]) },
      { kind: 'sign-off', body: prose([38], [25]), ps: prose([18, 1]) },
    ],
  };
}

/**
 * The word by which editions differ: four letters, so that every edition has the same size.
 *
 * @param {number} edition
 */
export function editionName(edition) {
  const letter = (number) => String.fromCharCode(97 + (number % 26));
  return `dr${letter(Math.floor(edition / 26))}${letter(edition)}`;
}

/** @param {ReturnType<typeof makeIssue>} issue */
export function toYaml(issue) {
  return stringify(issue, { lineWidth: 100, blockQuote: 'literal' });
}

/** @param {ReturnType<typeof makeIssue>} issue */
export function toTypeScript(issue) {
  const sections = issue.sections.map(({ kind, ...section }) => {
    const builder = kind.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    return `    ${builder}(${JSON.stringify(section, null, 2)}),`;
  });
  const fields = Object.entries(issue).filter(([name]) => name !== 'sections');
  return [
    "import { defineIssue, intro, news, reading, signOff, sponsor, topic, workingOn } from 'galley';",
    '',
    'export default defineIssue({',
    ...fields.map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`),
    '  sections: [',
    ...sections,
    '  ],',
    '});',
    '',
  ].join('\n');
}

// --- internal ---

function makeItem(write, words, marked) {
  return {
    title: write.title(5),
    url: write.url(),
    by: write.title(2),
    ...(marked ? { mark: '🔥' } : {}),
    note: write.paragraph(words),
  };
}
