import { describe, expect, it } from 'vitest';
import { addToDesk, draftOf, newUrl, refusalOf } from '../../support/add-to-desk.ts';
import { openDesk, roundup } from '../../support/desk.ts';

/** A `.ts` draft with these sections between the first and the last. */
const typed = (
  sections: string,
  head = '',
) => `import { defineIssue, intro, reading } from 'galley';
${head}
export default defineIssue({
  number: 3,
  date: '2026-12-07', // a Monday
  subject: 'S',
  preheader: 'P',
  sections: [
    intro({ greeting: 'Hi,', body: 'Words.' }),
${sections}    { kind: 'sign-off', body: 'Bye.' },
  ],
});
`;

describe('the source of an issue that gets a link', () => {
  const sources: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'objects on lines',
      typed(`    reading({
      items: [
        // the first
        {
          title: 'One', // 1
          url: 'https://one.example/',
        }, // one
        // more to come
      ],
    }),
`),
      typed(`    reading({
      items: [
        // the first
        {
          title: 'One', // 1
          url: 'https://one.example/',
        }, // one
        {
          title: 'A "good": page',
          url: '${newUrl}',
        },
        // more to come
      ],
    }),
`),
    ],
    [
      'objects on one line each',
      typed(`    reading({ items: [{ title: 'One', url: 'https://one.example/' }] }),\n`),
      typed(
        `    reading({ items: [{ title: 'One', url: 'https://one.example/' }, { title: 'A "good": page', url: '${newUrl}' }] }),\n`,
      ),
    ],
    [
      'a constant of the same file, and a spread in it',
      typed(
        '    reading({ items }),\n',
        `
const old = [{ title: 'One', url: 'https://one.example/' }];
const items = [
  ...old,
];
`,
      ),
      typed(
        '    reading({ items }),\n',
        `
const old = [{ title: 'One', url: 'https://one.example/' }];
const items = [
  ...old,
  {
    title: 'A "good": page',
    url: '${newUrl}',
  },
];
`,
      ),
    ],
    [
      'objects that begin on the line of the bracket, indented by four',
      typed(`    reading({ items: [{
        title: 'One',
        url: 'https://one.example/',
    }] }),
`).replace(/^ {2}(?=\w)/gm, '    '),
      typed(`    reading({ items: [{
        title: 'One',
        url: 'https://one.example/',
    }, {
        title: 'A "good": page',
        url: '${newUrl}',
    }] }),
`).replace(/^ {2}(?=\w)/gm, '    '),
    ],
    [
      'no items yet',
      typed('    reading({ items: [] }),\n'),
      typed(`    reading({ items: [
      {
        title: 'A "good": page',
        url: '${newUrl}',
      },
    ] }),
`),
    ],
    [
      'no such section',
      typed(''),
      typed(`    reading({
      items: [
        {
          title: 'A "good": page',
          url: '${newUrl}',
        },
      ],
    }),
`),
    ],
  ];
  it.each(sources)(
    'leaves every other byte of a .ts source alone: %s',
    async (_, before, after) => {
      const desk = await openDesk({ 'c.ts': before });
      await addToDesk(desk);
      expect(await desk.read('issues/c.ts')).toBe(after);
    },
  );

  it.each(['items: []', 'items:', 'items: # none yet', 'items:\n      # - title: Later'])(
    'begins the list of a section in YAML that says "%s"',
    async (items) => {
      const sound = draftOf(roundup(2, '2026-12-07'));
      const empty = sound.replace(/items:\n {6}- title(?:.*\n){4}/, `${items}\n`);
      expect(empty).not.toContain('read.example');
      const desk = await openDesk({ 'b.yaml': empty });
      await addToDesk(desk, { title: 'T' });
      const [key = '', ...remarks] = items.replace(' []', '').split('\n');
      const lines = [key, '      - title: T', `        url: ${newUrl}`, ...remarks];
      expect(await desk.read('issues/b.yaml')).toBe(empty.replace(items, lines.join('\n')));
    },
  );

  it('imports the builder of a section that it makes, or does without', async () => {
    const desk = await openDesk({ 'c.ts': typed('') });
    await addToDesk(desk, { section: 'news' });
    const text = await desk.read('issues/c.ts');
    expect(text).toContain("import { defineIssue, intro, news, reading } from 'galley';");
    expect(text).toContain('    news({\n      items: [\n');
    const plain = typed('').replace(/^import .*\n/, "import * as galley from 'galley';\n");
    const other = await openDesk({
      'c.ts': plain
        .replace('defineIssue(', 'galley.defineIssue(')
        .replace('intro(', 'galley.intro('),
    });
    await addToDesk(other, { section: 'news' });
    expect(await other.read('issues/c.ts')).toContain(
      "    {\n      kind: 'news',\n      items: [\n",
    );
  });

  it('keeps the byte order mark, the line breaks of Windows and JSON as it is', async () => {
    const windows = `\ufeff${draftOf(roundup(1, '2026-11-02')).replaceAll('\n', '\r\n')}`;
    const desk = await openDesk({ 'a.yaml': windows });
    await addToDesk(desk, { note: 'One\ntwo' });
    const text = await desk.read('issues/a.yaml');
    expect(text.startsWith('\ufeffnumber: 1\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('        note: |-\r\n          One\r\n          two\r\n');
    const json = JSON.stringify({
      number: 1,
      date: '2026-11-02',
      subject: 'S',
      preheader: 'P',
      sections: [
        { kind: 'intro', greeting: 'Hi,', body: 'B' },
        { kind: 'reading', items: [{ title: 'One', url: 'https://one.example/' }] },
        { kind: 'sign-off', body: 'Bye.' },
      ],
    });
    const other = await openDesk({ 'a.json': `${json}\n` });
    await addToDesk(other, { title: 'T' });
    expect(await other.read('issues/a.json')).toBe(
      `${json.replace('"https://one.example/"}', `$&, {"title":"T","url":"${newUrl}"}`)}\n`,
    );
  });

  const uneditable: readonly (readonly [name: string, text: string])[] = [
    [
      'an imported list',
      typed('    reading({ items }),\n', "import { items } from './_items.ts';\n"),
    ],
    [
      'a computed list',
      typed(
        "    reading({ items: ['a'].map((title) => ({ title, url: 'https://b.example/' })) }),\n",
      ),
    ],
    [
      'a list that is there twice',
      typed(
        "    reading({ items }),\n    { kind: 'news', items },\n",
        "\nconst items = [{ title: 'One', url: 'https://one.example/' }];\n",
      ),
    ],
  ];
  it.each(uneditable)(
    'says what to paste where the source can not be edited: %s',
    async (_, text) => {
      const desk = await openDesk({
        'c.ts': text,
        '_items.ts': "export const items = [{ title: 'One', url: 'https://one.example/' }];\n",
      });
      const error = await refusalOf(desk, {});
      expect(error).toMatchObject({ code: 'uneditable-issue' });
      expect((error as { hint?: string }).hint).toContain(newUrl);
      expect(await desk.read('issues/c.ts')).toBe(text);
    },
  );
});
