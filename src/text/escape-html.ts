import { cleanText } from './clean-text.ts';

/**
 * Text for an HTML element or a quoted attribute: `& < > "` by name and `'` as `&#39;`, since
 * Outlook doesn't know `&apos;`. What HTML can't hold is replaced or left out (`cleanText`).
 */
export function escapeHtml(text: string): string {
  if (!suspect.test(text)) return text;
  return cleanText(text).replace(/[&<>"']/g, (char) => names[char] ?? char);
}

// --- internal ---

/** One look at what needs nothing: most texts. */
const suspect = /[&<>"'\0-\x08\v-\x1f\x7f-\x9f\ud800-\udfff]/;
const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
