import { escapeHtml } from '../text/escape-html.ts';
import type { CodeHtmlOptions, MarkdownElement } from './html-options.ts';

/** ` style="…" class="…"` of an element, without what is empty. A style goes on with `more`. */
export function look(
  options: CodeHtmlOptions,
  element: MarkdownElement,
  last: boolean,
  more = '',
): string {
  const style = options.style(element, last);
  const whole = style === '' || more === '' ? style : `${style};${more}`;
  return attribute('style', whole) + attribute('class', options.classes?.[element] ?? '');
}

/** ` name="value"`, or nothing where the value is empty. */
export function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}
