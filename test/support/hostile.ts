import { makeClaimedPng, makePng } from './make-image.ts';

/** Texts that would be more than text where someone forgot to escape them. */
export const markup: readonly string[] = [
  '<script>window.hit = 1</script>',
  '<svg onload="window.hit = 2"><circle r="9"/></svg>',
  '<img src=x onerror=window.hit=3>',
  '</mj-text><mj-raw><iframe src="javascript:parent.hit=4"></iframe></mj-raw><mj-text>',
  '<mj-include path="/etc/passwd" />',
  '</style><style>* { display: none }</style>',
  '</title><script>window.hit = 5</script>',
  '<!--[if mso]><b>for Outlook</b><![endif]-->',
  '<!-- a --><p>comment</p> -->',
  '{{constructor}} {{{constructor.constructor}}} {{unsubscribe_url}}',
  '{{#if title}} {{/each}} {{> blocks/button}} {{@tokens.width}} {{!-- c --}}',
  '" onmouseover="window.hit=6" x="',
  "' onfocus='window.hit=7' autofocus='",
  '<a href="jAvAsCrIpT:window.hit=8">x</a>',
  'src="images/picture.png" cid:0123456789abcdef@example.com',
  "$& $1 $` $' ${window.hit=9}",
  '<plaintext><base href="https://elsewhere.example/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
];

/** All of it on one line, without what Markdown or an entity would make of it. */
export const markupLine = markup.join(' ');

/** The same as Markdown, in prose, in code and in addresses. */
export const markupProse = `${markup.join('\n\n')}

${markup.map((text) => `- \`\` ${text} \`\``).join('\n')}

~~~html
${markup.join('\n')}
~~~

[a "link" <b>](https://example.com/?q="><script>window.hit=10</script>&a='1 "a \\" onload=' title")
![a "picture" <b>](images/picture.png "a \\" onload=' title")
`;

/** The fields of a small issue, to be changed. */
export function issueWith(
  fields: Readonly<Record<string, unknown>>,
  body: unknown = 'Some words.',
): string {
  return JSON.stringify({
    number: 1,
    date: '2026-11-02',
    subject: 'A subject',
    preheader: 'A preheader',
    sections: [
      { kind: 'intro', greeting: 'Hello,', body },
      { kind: 'sign-off', body: 'Bye.' },
    ],
    ...fields,
  });
}

/** An issue that says the markup in every field that takes a text. */
export function markupIssue(): string {
  const [line, prose, url] = [markupLine, markupProse, 'https://example.com/?a="b\'c<d>&e=1'];
  const picture = 'images/picture.png';
  const body = [
    prose,
    { kind: 'image', src: picture, alt: line, caption: line, href: url },
    { kind: 'links', cards: [{ title: line, url, note: prose, image: picture }] },
    { kind: 'post', author: line, handle: line, text: prose, url, avatar: picture },
    { kind: 'video', title: line, url, thumbnail: picture },
    { kind: 'code', language: 'html', code: prose, caption: line },
    { kind: 'quote', text: prose, by: line, url },
    { kind: 'button', text: line, url },
    { kind: 'callout', text: prose, tone: 'tip' },
  ];
  const item = { title: line, url, by: line, mark: line, note: prose };
  const fields = { subject: line, preheader: line, title: line };
  const sections = [
    { kind: 'intro', greeting: line, body },
    { kind: 'sponsor', name: line, url, body: prose, label: line, image: picture, cta: line },
    { kind: 'working-on', heading: line, body },
    { kind: 'reading', heading: line, lead: prose, items: [item, { text: prose }] },
    { kind: 'news', heading: line, items: [item] },
    { kind: 'topic', heading: line, body },
    { kind: 'sign-off', heading: line, body, ps: prose, signature: prose },
  ];
  return issueWith({ ...fields, sections });
}

/** A publication that says the markup wherever it can. */
export function markupConfig(): string {
  const line = markupLine;
  return JSON.stringify({
    name: line,
    tagline: line,
    url: 'https://example.com/"><script>window.hit=11</script>',
    language: 'en',
    author: { name: line, bio: line, links: [{ label: line, url: 'https://example.com/"x' }] },
    from: { name: line.slice(0, 200), address: 'letter@example.com' },
    reason: line,
    postalAddress: line,
    unsubscribe: { tag: "{{unsub}}'><script>window.hit=12</script>" },
    viewInBrowser: 'https://example.com/{slug}?"><script>window.hit=13</script>',
    typography: false,
  });
}

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(
    'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${repeat(`*${'abcdefg'.charAt(at)}`)}]`),
  )
  .join('\n');

/** Issues that must be refused, with the code of why. Slug and ending, content, code. */
export const refusedIssues: readonly (readonly [string, string | Uint8Array, string])[] = [
  [
    'throws.ts',
    "const f = () => { throw new Error('no'); };\nexport default f();",
    'source-throws',
  ],
  ['throws-null.ts', 'throw null;\nexport default {};', 'source-throws'],
  ['exports-nothing.ts', 'const issue = 1;', 'missing-default-export'],
  ['exports-a-function.ts', 'export default () => ({});', 'source-not-an-object'],
  ['exports-a-promise.ts', 'export default Promise.reject(new Error());', 'source-not-an-object'],
  ['getter.ts', 'export default { get number() { throw 1; } };', 'source-throws'],
  ['proxy.ts', 'export default new Proxy({}, { ownKeys() { throw 1; } });', 'source-throws'],
  ['circle.ts', 'const a: object[] = [];\na.push(a);\nexport default { a };', 'circular-value'],
  [
    'bomb.ts',
    "let a: unknown = 'x';\nfor (let i = 0; i < 9; i++) a = Array(9).fill(a);\nexport default { a };",
    'too-many-values',
  ],
  ['imports.ts', "import a from '../../../../etc/passwd';\nexport default a;", 'unresolved-import'],
  ['aliases.yaml', bomb, 'too-many-values'],
  ['duplicate.yaml', 'number: 1\nsubject: A\nnumber: 2\n', 'duplicate-key'],
  ['tabs.yaml', 'sections:\n\t- kind: intro\n', 'syntax-error'],
  ['prototype.yaml', 'number: 1\n__proto__: { polluted: 1 }\n', 'forbidden-key'],
  ['prototype-in-json.json', '{ "number": 1, "__proto__": { "polluted": 1 } }', 'forbidden-key'],
  ['constructor.json', issueWith({ constructor: { prototype: 1 } }), 'unknown-key'],
  ['half-a-character.json', issueWith({}, 'half \ud83d'), 'unsafe-character'],
  ['invisible.json', issueWith({ subject: '\u200b\u2060' }), 'blank-text'],
  ['large.yaml', `# ${'x'.repeat(6_000_000)}`, 'source-too-large'],
  ['not-text.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]), 'invalid-utf8'],
  ['link.json', issueWith({}, '[a](java&#115;cript:alert(1))'), 'invalid-url'],
  ['crlf.json', issueWith({ subject: 'A\r\nBcc: b@example.com' }), 'line-break'],
  ['lf.json', issueWith({ subject: 'A\nBcc: b@example.com' }), 'line-break'],
  ['next-line.json', issueWith({ subject: 'A\u0085Bcc: b@example.com' }), 'line-break'],
  ['separator.json', issueWith({ subject: 'A\u2028Bcc: b@example.com' }), 'line-break'],
  ['nul.json', issueWith({ subject: 'A\0' }), 'unsafe-character'],
  ['turned.json', issueWith({ subject: 'A\u202e' }), 'unsafe-character'],
  ['escape.json', issueWith({ status: '\u001b[2J\u001b]0;title\u0007' }), 'invalid-value'],
  ['svg.json', issueWith({}, '![A](images/drawing.svg)'), 'unsupported-image'],
  ['svg-named-png.json', issueWith({}, '![A](images/drawing.png)'), 'unsupported-image'],
  ['cut-short.json', issueWith({}, '![A](images/cut-short.png)'), 'damaged-image'],
  ['huge.json', issueWith({}, '![A](images/huge.png)'), 'too-many-pixels'],
];

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit = 14"/>';

/** The pictures of these issues. */
export const hostilePictures = {
  'issues/images/drawing.svg': svg,
  'issues/images/drawing.png': svg,
  'issues/images/cut-short.png': makePng(20, 10).subarray(0, 20),
  'issues/images/huge.png': makeClaimedPng(50_000, 50_000),
} as const;

// --- internal ---

function repeat(text: string): string {
  return Array(10).fill(text).join(', ');
}
