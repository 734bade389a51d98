import type { HeldIssue } from './held-issue.ts';

/** The last good HTML of an issue with its traces; null while there is none. */
export async function traceHeld(held: HeldIssue | null): Promise<string | null> {
  const made = held?.made ?? null;
  const ready = made?.prepared.ready ?? null;
  if (held === null || made === null || ready === null) return null;
  const { createTracer } = await import('../../press/trace-issue.ts');
  const html = await createTracer(made.press)(held.source.slug, ready);
  // Without a title of its own, the subject stands in its place.
  if (ready.issue.title !== undefined) return html;
  return html.replaceAll('data-path="title"', 'data-path="subject"');
}
