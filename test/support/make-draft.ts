import { expect } from 'vitest';
import { createDraft } from '../../src/desk/draft/create-draft.ts';
import type { DraftRequest } from '../../src/desk/draft/plan-draft.ts';
import { readPast } from '../../src/desk/read-past.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { loadIssue } from '../../src/issue/load-issue.ts';
import type { Desk } from './desk.ts';

/** Makes the next issue and reads it back: it must be sound. */
export async function makeDraft(desk: Desk, request: Partial<DraftRequest> = {}) {
  const { settings } = desk;
  const past = await readPast(settings);
  const made = await createDraft(settings, past, {
    kind: 'roundup',
    today: '2026-11-22',
    ...request,
  });
  const { issue, diagnostics } = await loadIssue(settings.workspace, made, settings.readOptions);
  expect(hasErrors(diagnostics), JSON.stringify(diagnostics)).toBe(false);
  return { made, issue, text: await desk.read(made.path) };
}

/** The error that making one ends in. */
export function draftRefusal(desk: Desk, request: Partial<DraftRequest>): Promise<unknown> {
  return makeDraft(desk, request).then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}
