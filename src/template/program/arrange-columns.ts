/**
 * MJML writes a rule into the head for each width of column that occurs in a letter, in their
 * order. A compiled template has the rules of all its columns; where data decides which of them
 * there are, this leaves the rules that MJML would have written.
 */
export function arrangeColumns(html: string): string {
  const names = new Set([...html.matchAll(COLUMN)].map((match) => match[1] ?? ''));
  return html.replace(RULES, (whole: string, rules: string, thunderbirdRules: string) => {
    if (names.size === 0) return '';
    return whole
      .replace(rules, () => arrangeRules(rules, names))
      .replace(thunderbirdRules, () => arrangeRules(thunderbirdRules, names));
  });
}

/** A column in the body; its group is the class that the rules are for. */
export const COLUMN = /<div\s+class="(mj-column-[\w-]+)/g;

// --- internal ---

/** MJML's two style sheets for columns: one for all clients, one for Thunderbird. */
const RULES =
  /(?:\n {4})?<style type="text\/css">\s*@media only screen and \(min-width:[^)]*\) ?\{\s*([^]*?\})\s*\}\s*<\/style>\s*<style media="screen and [^>]*>\s*([^]*?)\s*<\/style>(?:\n {4}\n {4}\n {2})?/;

/** Rules with the same declarations are written as one, as MJML does. */
function arrangeRules(rules: string, names: ReadonlySet<string>): string {
  const declarations = new Map<string, string>();
  const prefix = rules.startsWith('.moz-text-html') ? '.moz-text-html .' : '.';
  for (const [, selectors = '', block = ''] of rules.matchAll(/([^{}]*?)( ?\{[^}]*\})/g)) {
    for (const selector of selectors.trim().split(/, ?/)) declarations.set(selector, block);
  }
  const grouped = new Map<string, string[]>();
  for (const name of names) {
    const block = declarations.get(prefix + name) ?? '';
    grouped.set(block, [...(grouped.get(block) ?? []), prefix + name]);
  }
  const minified = !rules.includes(' {');
  return [...grouped]
    .map(([block, selectors]) => selectors.join(minified ? ',' : ', ') + block)
    .join(minified ? '' : '\n');
}
