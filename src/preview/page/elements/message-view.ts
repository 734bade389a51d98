import type { MessagePart, ShownAttachment, ShownMessage } from '../../model.ts';
import { make } from '../make.ts';
import type { Shown, ViewElement } from '../shown.ts';
import { tellDrawn } from '../shown.ts';
import { sizeWords } from '../sizes.ts';

/** What a message is made of: its headers, and the tree of its parts. */
export class MessageView extends HTMLElement implements ViewElement {
  #drawn = '';

  show({ folder, message, attachments }: Shown): void {
    if (message === null) return;
    const content = JSON.stringify([folder, message, attachments]);
    if (content === this.#drawn) return;
    this.#drawn = content;
    this.replaceChildren(
      make(
        'div',
        { class: 'sheet' },
        ...drawMessage(message),
        ...drawAttachments(attachments, folder),
      ),
    );
    tellDrawn(this, 'message');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-view': MessageView;
  }
}

// --- internal ---

function drawMessage({ headers, root, bytes }: ShownMessage): HTMLElement[] {
  const rows = headers.map(({ name, value }) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value)),
  );
  return [
    make('h2', {}, 'Headers'),
    make('table', { class: 'headers' }, make('tbody', {}, ...rows)),
    make('h2', {}, 'Parts'),
    make('p', { class: 'note' }, `${sizeWords(bytes)} in all, as they are sent.`),
    make('ul', { class: 'parts' }, drawPart(root)),
  ];
}

function drawAttachments(
  attachments: readonly ShownAttachment[],
  folder: string,
): readonly HTMLElement[] {
  if (attachments.length === 0) return [];
  const items = attachments.map(({ index, name, type, bytes }) =>
    make(
      'li',
      { class: 'part' },
      make('a', { href: `${folder}/parts/${index}`, download: name }, name),
      make('span', { class: 'about' }, type),
      make('span', { class: 'size' }, sizeWords(bytes)),
    ),
  );
  return [make('h2', {}, 'Attachments'), make('ul', { class: 'attachments' }, ...items)];
}

function drawPart(part: MessagePart): HTMLElement {
  const about = [
    part.filename,
    part.encoding,
    part.contentId === null ? null : `<${part.contentId}>`,
  ].filter((word) => word !== null);
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'part' },
      make('span', { class: 'type' }, part.type),
      make('span', { class: 'about' }, about.join(' · ')),
      make('span', { class: 'size' }, sizeWords(part.bytes)),
    ),
    part.parts.length === 0 ? null : make('ul', {}, ...part.parts.map(drawPart)),
  );
}
