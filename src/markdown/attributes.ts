import { escapeHtml } from '../text/escape-html.ts';
import type { CodeHtmlOptions, MarkdownElement } from './html-options.ts';

/** ` style="…" class="…"` of an element, without what is empty. */
export function look(options: CodeHtmlOptions, element: MarkdownElement, last: boolean): string {
  const style = options.style(element, last);
  return attribute('style', style) + attribute('class', options.classes?.[element] ?? '');
}

/** ` name="value"`, or nothing where the value is empty. */
export function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}
