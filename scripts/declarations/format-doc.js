/** What is said of a field as a comment before it; empty for nothing. */
export function formatDoc(doc, defaultValue) {
  const [description, ...examples] = doc ?? [];
  if (description === undefined) return '';
  const rows = [
    ...wrap(description),
    ...(defaultValue === undefined ? [] : [`@default ${JSON.stringify(defaultValue)}`]),
    ...examples.map((example) => `@example ${show(example)}`),
  ];
  // A comment must not end early.
  const safe = rows.map((row) => row.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `/** ${safe[0]} */\n`;
  return `/**\n${safe.map((row) => ` * ${row}\n`).join('')} */\n`;
}

// --- internal ---

function show(example) {
  return typeof example === 'string' ? `'${example}'` : JSON.stringify(example);
}

function wrap(text) {
  const rows = [];
  let row = '';
  for (const word of text.split(/\s+/)) {
    if (row !== '' && row.length + 1 + word.length > 90) {
      rows.push(row);
      row = '';
    }
    row += row === '' ? word : ` ${word}`;
  }
  return [...rows, row];
}
