import type { AddRequest } from '../../src/desk/add/add-link.ts';
import { addLink } from '../../src/desk/add/add-link.ts';
import type { Desk } from './desk.ts';

/** What is added when nothing else is said. */
export const newUrl = 'https://new.example/a-good-page.html';

/** Adds a link to the reading of the coming issue, unless told otherwise; the network is left alone. */
export function addToDesk({ settings }: Desk, request: Partial<AddRequest> = {}) {
  return addLink(settings, {
    url: newUrl,
    section: 'reading',
    title: 'A "good": page',
    readPage: null,
    today: '2026-11-22',
    ...request,
  });
}

/** The error that such a request ends in. */
export function refusalOf(desk: Desk, request: Partial<AddRequest> = {}): Promise<unknown> {
  return addToDesk(desk, request).then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}

/** The source of a sent issue as that of a draft. */
export function draftOf(text: string): string {
  return text.replace('status: sent', 'status: draft');
}
