/**
 * A letter written in react-email's components the way its own examples are: a section a part,
 * Markdown for the prose, the looks as styles on the elements. It looks like Galley's.
 *
 * @param {ReturnType<typeof import('./issues.js').makeIssue>} issue
 * @param {(type: unknown, props: object | null, ...children: unknown[]) => unknown} element
 * @param {Readonly<Record<string, unknown>>} components
 */
export function makeLetter(issue, element, components) {
  const { Body, Button, Container, Head, Heading, Hr, Html, Link } = components;
  const { Markdown, Preview, Section, Text } = components;

  const prose = (text) => element(Markdown, { markdownCustomStyles: PROSE }, text);
  const heading = (as, style, ...content) => element(Heading, { as, style }, ...content);
  const link = (href, text) => element(Link, { href, style: { color: ACCENT } }, text);

  const item = ({ title, url, by, mark, note }) => [
    heading('h3', STYLES.item, mark === undefined ? '' : `${mark} `, link(url, title)),
    element(Text, { style: STYLES.secondary }, `${new URL(url).hostname} · ${by}`),
    prose(note),
  ];
  const piece = (part) =>
    typeof part === 'string' ? [prose(part)] : [prose(`> ${part.text}`), link(part.url, part.by)];

  const section = (part) => {
    const { kind, greeting, name, lead, items = [], body = [], ps, cta, url } = part;
    const title = part.heading ?? HEADINGS[kind];
    return element(
      Section,
      { style: kind === 'sponsor' ? STYLES.sponsor : {} },
      ...(greeting === undefined ? [] : [prose(greeting)]),
      ...(name === undefined ? [] : [heading('h2', STYLES.item, link(url, name))]),
      ...(title === undefined ? [] : [heading('h2', STYLES.heading, title)]),
      ...(lead === undefined ? [] : [prose(lead)]),
      ...items.flatMap(item),
      ...[body].flat().flatMap(piece),
      ...(cta === undefined ? [] : [element(Button, { href: url, style: STYLES.button }, cta)]),
      ...(ps === undefined ? [] : [prose(ps)]),
    );
  };

  return element(
    Html,
    { lang: 'en', dir: 'ltr' },
    element(Head, null, element('title', null, issue.subject)),
    element(Preview, null, issue.preheader),
    element(
      Body,
      { style: STYLES.body },
      element(
        Container,
        { style: STYLES.container },
        heading('h1', STYLES.title, issue.subject),
        ...issue.sections.map(section),
        element(Hr, null),
        element(
          Text,
          { style: STYLES.secondary },
          'You get this letter because you signed up at letters.example. ',
          link('https://letters.example/unsubscribe', 'Unsubscribe'),
        ),
      ),
    ),
  );
}

// --- internal ---

const ACCENT = '#0b57d0';

const PROSE = {
  p: { margin: '0 0 16px' },
  h3: { margin: '24px 0 8px', fontSize: '18px', lineHeight: '1.4' },
  li: { margin: '0 0 4px' },
  link: { color: ACCENT },
  codeInline: { backgroundColor: '#f6f8fa', fontFamily: 'Menlo, Consolas, monospace' },
  blockQuote: { margin: '8px 0 24px', paddingLeft: '16px', borderLeft: `2px solid ${ACCENT}` },
};

const STYLES = {
  body: {
    fontFamily: '-apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif',
    fontSize: '17px',
    lineHeight: '1.6',
    color: '#1a1a1a',
    backgroundColor: '#ffffff',
  },
  container: { maxWidth: '600px', padding: '24px' },
  title: { margin: '0 0 24px', fontSize: '26px', lineHeight: '1.3' },
  heading: { margin: '32px 0 16px', fontSize: '22px', lineHeight: '1.3' },
  item: { margin: '28px 0 4px', fontSize: '18px', lineHeight: '1.4' },
  secondary: { margin: '0 0 8px', fontSize: '14px', color: '#595959' },
  sponsor: { padding: '20px', border: '1px solid #d1d1d1' },
  button: { padding: '10px 24px', backgroundColor: ACCENT, color: '#ffffff', borderRadius: '4px' },
};

const HEADINGS = {
  'working-on': 'What I was working on',
  reading: 'What I was reading',
  news: 'Tech news',
};
