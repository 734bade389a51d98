/**
 * @typedef {object} Group
 * @property {string} title
 * @property {readonly import('./measuring.js').Row[]} rows
 */

/**
 * The figures as a table to read.
 *
 * @param {readonly Group[]} groups
 * @returns {string}
 */
export function formatReport(groups) {
  return groups.map(({ title, rows }) => [title, ...rows.map(formatRow)].join('\n')).join('\n\n');
}

/**
 * The figures as JSON, with the ratios worked out.
 *
 * @param {object} about
 * @param {readonly Group[]} groups
 * @returns {string}
 */
export function formatJson(about, groups) {
  const measured = groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), met: isMet(row) })),
  }));
  return JSON.stringify({ ...about, groups: measured }, null, 2);
}

// --- internal ---

function formatRow(row) {
  const { what, value, unit, beside, goal } = row;
  const ratio = ratioOf(row);
  const columns = [
    `  ${what}`.padEnd(26),
    formatValue(value, unit).padStart(21),
    (beside === null ? '' : formatValue(beside.value, unit)).padStart(22),
    ` ${beside?.what ?? ''}`.padEnd(21),
    (ratio === null ? '' : ratio.toFixed(3)).padStart(6),
  ];
  if (goal !== null) {
    const limit = ratio === null ? `< ${formatValue(goal, unit)}` : `≤ ${goal.toFixed(2)}`;
    columns.push(`  goal ${limit}: ${isMet(row) ? 'met' : 'not met'}`);
  }
  return columns.join('').trimEnd();
}

function ratioOf({ value, beside }) {
  return beside === null ? null : value / beside.value;
}

function isMet(row) {
  if (row.goal === null) return null;
  const ratio = ratioOf(row);
  return ratio === null ? row.value < row.goal : ratio <= row.goal;
}

function formatValue(value, unit) {
  switch (unit) {
    case 'bytes':
      return `${value.toLocaleString('en')} B (${(value / 1024).toFixed(1)} KiB)`;
    case 'MB':
      return `${value.toFixed(1)} MB`;
    case 'ms':
      return `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')} ms`;
  }
}
