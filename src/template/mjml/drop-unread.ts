/**
 * Takes out of MJML's HTML what is for programs of the past or says what is said already:
 *
 * - the rules and the class of a column of full width, whose inline style has the width;
 * - what only Internet Explorer, or Outlook up to 2003, reads;
 * - VML's namespace in a letter without VML, and the type of style sheets;
 * - class names that no style sheet mentions.
 */
export function dropUnread(html: string): string {
  const kept = html
    .replace(OLD_OUTLOOK, '')
    .replace(INTERNET_EXPLORER, '')
    .replace(STYLESHEET, (_, open: string, css: string) => dropFullWidth(open, css));
  return dropClasses(kept.includes('<v:') ? kept : kept.replace(VML_NAMESPACE, ''));
}

// --- internal ---

const OLD_OUTLOOK = /<!--\[if lte mso 11\]>[^]*?<!\[endif\]-->/g;
const INTERNET_EXPLORER =
  /<!--\[if !mso\]><!-->\s*<meta http-equiv="X-UA-Compatible"[^>]*>\s*<!--<!\[endif\]-->/g;
const VML_NAMESPACE = / xmlns:v="[^"]*"/;
const STYLESHEET = /<style\b([^>]*)>([^]*?)<\/style>/g;

/** As MJML writes it: of a theme's own rules for the class, none is touched. */
const FULL_WIDTH =
  /(?:\.moz-text-html )?\.mj-column-per-100\s*\{\s*width:100%\s*!important;\s*max-width:\s*100%;\s*\}/g;

function dropFullWidth(open: string, css: string): string {
  const kept = css.replace(FULL_WIDTH, '').replace(/@media[^{}]*\{\s*\}/g, '');
  return kept.trim() === '' ? '' : `<style${open.replace(/ type="text\/css"/, '')}>${kept}</style>`;
}

/** Classes that come from a value, or that selectors match in part, stay. */
function dropClasses(html: string): string {
  const css = [...html.matchAll(STYLESHEET)].map(([, , content = '']) => content).join('\n');
  if (css.includes('[class')) return html;
  const named = new Set([...css.matchAll(/\.(-?[\w-]+)/g)].map(([, name = '']) => name));
  return html.replace(/(<[a-z][^<>]*? class=")([^"]*)"/gi, (_, start: string, value: string) => {
    const names = value.split(/\s+/).filter((name) => !/^[\w-]+$/.test(name) || named.has(name));
    return `${start}${names.join(' ')}"`;
  });
}
