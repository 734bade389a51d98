import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import type { CheckContext } from '../context.ts';
import type { Finding } from '../rule.ts';
import type { PageElement } from './page.ts';
import { ancestry } from './page.ts';

/** The field that a finding is about: the issue's or the config's. */
export type Origin = Pick<Finding, 'of' | 'path'>;

/**
 * The field that an element of the printed page came from; null for one that is the theme's alone.
 * Only now is the issue rendered with its traces.
 */
export async function originOf(
  context: CheckContext,
  element: PageElement,
): Promise<Origin | null> {
  const { elements } = await context.page();
  const traced = (await context.traced()).elements[elements.indexOf(element)];
  const path = traced && ancestry(traced).find((one) => one.path !== null)?.path;
  return path === undefined || path === null ? null : toOrigin(context, parsePath(path));
}

/** The opposite of `formatPath`. */
export function parsePath(text: string): FieldPath {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = '']) =>
    index === undefined ? key : Number(index),
  );
}

// --- internal ---

function toOrigin({ issue }: CheckContext, path: FieldPath): Origin {
  if (path[0] === 'title' && issue.title === undefined) return { path: ['subject'] };
  return issueKeys.has(String(path[0])) ? { path } : { of: 'config', path };
}

/** All else that a template shows is of the config. */
const issueKeys = new Set(['number', 'date', 'subject', 'preheader', 'title', 'sections']);
