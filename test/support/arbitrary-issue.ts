import fc from 'fast-check';
import type { BlockKind, IssueInput, SectionKind } from '../../src/issue/schema.ts';

/*
 * Valid issues of every kind and block, made of texts that want to be markup. Their pictures are on
 * the web, so that an issue is one file.
 */

type SectionInput = IssueInput['sections'][number];
type TopicBody = Extract<SectionInput, { kind: 'topic' }>['body'];
type BlockInput = Exclude<Extract<TopicBody, readonly unknown[]>[number], string>;

/** An issue that has no errors. */
export function arbitraryIssue(): fc.Arbitrary<IssueInput> {
  const inner = fc.oneof(sponsor, workingOn, itemList('reading'), itemList('news'), topic);
  return fc
    .record(
      {
        number: fc.integer({ min: 1, max: 999 }),
        date: fc.constantFrom('2026-01-31', '2024-02-29', '1999-12-31'),
        subject: line,
        preheader: line,
        title: line,
        opening: intro,
        between: fc.array(inner, { maxLength: 5 }),
        closing: signOff,
      },
      { requiredKeys: ['number', 'date', 'subject', 'preheader', 'opening', 'between', 'closing'] },
    )
    .map(({ opening, between, closing, ...rest }) => ({
      ...rest,
      sections: [opening, ...between, closing],
    }));
}

// --- internal ---

const nasty = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '`',
    '\\',
    '$&',
    '*',
    '_',
    '~~',
    ']',
    '-->',
    ']]>',
    '&amp;',
    '&#39;',
  ],
  ...['{{x}}', '{{{x}}}', '{{#if x}}', '{{/if}}', '{{> layouts/issue}}', '{{!-- x --}}', '\\{{x}}'],
  ...['<!--[if mso]>', '<![endif]-->', '</mj-text>', '<mj-raw>', '</style>', '</title>', '</td>'],
  ...['\uFDD0', '\uFDD1', '\u00a0', '\u200b', '\u034f', '🔥', '👩‍👧', 'é', '日本語', 'שלום', 'ß'],
);
const word = fc.oneof(
  nasty,
  nasty,
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.constantFrom(' ', '--', '...'),
);

/** One line, not blank. */
const line = fc.array(word, { maxLength: 8 }).map((words) => `a${words.join('')}z`);

const url = fc
  .stringMatching(/^[a-z0-9/?&=.#'"<>(){}|^~:@!$*+,;%-]{0,20}$/)
  .map((rest) => `https://a.example/${rest}`)
  .filter((address) => URL.canParse(address))
  .map((address) => address.replace(/\{\{/g, '{'));

const prose = fc.constantFrom(
  ...[
    '# A heading',
    '## Another',
    '- a list\n- of two\n  1. inside',
    '> quoted\n>\n> twice',
    '---',
  ],
  ...['**bold** *italics* ~~struck~~ `code <b>`', '[a link](https://b.example/?a=1&b=2 "title")'],
  ...[
    '```ts\nconst a:  number = 1; // <b>\n```',
    '~~~\n  plain {{x}}\n~~~',
    'https://bare.example',
  ],
  ...['![a picture](https://p.example/a.png)', 'one\\\ntwo', 'A note.[^n]\n\n[^n]: Its text.'],
);
const markdown = fc
  .array(fc.oneof(line, prose), { minLength: 1, maxLength: 4 })
  .map((blocks) => blocks.join('\n\n'));

const picture = fc.constantFrom('https://p.example/a.png', 'https://p.example/b.jpg?x=1&y="2"');

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Objects of which the optional fields may be absent. The schema says what they are. */
function some<Value>(required: Fields, optional: Fields = {}): fc.Arbitrary<Value> {
  const record = fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
  return record as fc.Arbitrary<unknown> as fc.Arbitrary<Value>;
}

function block(kind: BlockKind, required: Fields, optional?: Fields): fc.Arbitrary<BlockInput> {
  return some({ kind: fc.constant(kind), ...required }, optional);
}

function section(
  kind: SectionKind,
  required: Fields,
  optional?: Fields,
): fc.Arbitrary<SectionInput> {
  return some({ kind: fc.constant(kind), ...required }, optional);
}

const card = some<object>({ title: line, url }, { note: markdown, image: picture });

const blocks: fc.Arbitrary<BlockInput> = fc.oneof(
  block(
    'image',
    { src: picture, alt: line },
    { caption: line, href: url, width: fc.integer({ min: 1, max: 900 }) },
  ),
  block('links', { cards: fc.array(card, { minLength: 1, maxLength: 3 }) }),
  block(
    'post',
    { author: line, text: markdown, url },
    { handle: line, date: fc.constant('2026-02-03'), avatar: picture },
  ),
  block('video', { title: line, url, thumbnail: picture }),
  block('code', { language: fc.constantFrom('ts', 'html', 'text'), code: line }, { caption: line }),
  block('quote', { text: markdown }, { by: line, url }),
  block('button', { text: line, url }),
  block('callout', { text: markdown }, { tone: fc.constantFrom('note', 'tip', 'warning') }),
);

const body = fc.oneof(
  markdown,
  fc.array(fc.oneof(markdown, blocks, blocks), { minLength: 1, maxLength: 5 }),
);

const item = some<object>(
  { title: line, url },
  { by: line, mark: fc.constantFrom('🔥', '<'), note: markdown },
);
const interlude = fc.record({ text: markdown });

const intro = section('intro', { greeting: line, body });
const sponsor = section(
  'sponsor',
  { name: line, url, body },
  { label: line, image: picture, cta: line },
);
const workingOn = section('working-on', { body }, { heading: line });
const topic = section('topic', { body }, { heading: line });
const signOff = section('sign-off', { body }, { heading: line, ps: markdown, signature: markdown });

function itemList(kind: 'reading' | 'news'): fc.Arbitrary<SectionInput> {
  const items = fc.array(fc.oneof(item, item, interlude), { minLength: 1, maxLength: 4 });
  return section(kind, { items }, { heading: line, lead: markdown });
}
