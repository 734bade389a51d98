import type { Context } from 'hono';
import { closedPolicy, commonHeaders } from './policies.ts';

/** The answers that are an error: a sentence for a person, as JSON where a program asks. */
export function refuse(
  context: Context,
  status: 400 | 403 | 404 | 405 | 413 | 500,
  message: string,
): Response {
  return context.req.path.startsWith('/api')
    ? context.json({ message }, status)
    : context.text(`${message}\n`, status);
}

/** Adds to an answer what every answer has; a policy of its own stands. */
export function completeHeaders({ headers }: Response): void {
  for (const [name, value] of Object.entries(commonHeaders)) headers.set(name, value);
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', closedPolicy);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
