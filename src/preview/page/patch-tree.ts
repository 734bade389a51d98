import { genuine } from './genuine.ts';

/**
 * Makes an element like another of its kind, changing no more than differs: what stays is neither
 * laid out nor painted again, and keeps the author's selection. Nodes that are new are taken out of
 * `after`. Neither is a form.
 */
export function patchTree(before: Element, after: Element): void {
  patchAttributes(before, after);
  const [old, next] = [[...before.childNodes], [...after.childNodes]];
  const start = sharedLength(old, next);
  const end = sharedLength(old.slice(start).reverse(), next.slice(start).reverse());
  const removed = old.slice(start, old.length - end);
  const added = next.slice(start, next.length - end);
  // One for one: most saves change words inside of what is there.
  const pairs = removed.length === added.length ? removed.length : 0;
  removed.slice(0, pairs).forEach((node, index) => {
    const wanted = added[index];
    if (wanted !== undefined) patchNode(before, node, wanted);
  });
  const behind = old[old.length - end] ?? null;
  for (const node of removed.slice(pairs)) before.removeChild(node);
  for (const node of added.slice(pairs)) before.insertBefore(node, behind);
}

// --- internal ---

function patchNode(parent: Element, before: ChildNode, after: ChildNode): void {
  const name = genuine(before, 'nodeName');
  // A form's fields can take the names of all that is used here.
  if (name !== genuine(after, 'nodeName') || name === 'FORM') parent.replaceChild(after, before);
  // Nodes of another document: `instanceof` knows only those of its own.
  else if (isElement(before) && isElement(after)) patchTree(before, after);
  else if (before.nodeValue !== after.nodeValue) before.nodeValue = after.nodeValue;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function patchAttributes(before: Element, after: Element): void {
  for (const { name } of [...before.attributes]) {
    if (!after.hasAttribute(name)) before.removeAttribute(name);
  }
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) before.setAttribute(name, value);
  }
}

function sharedLength(one: readonly Node[], other: readonly Node[]): number {
  const different = one.findIndex((node, index) => {
    return !Node.prototype.isEqualNode.call(node, other[index] ?? null);
  });
  return different === -1 ? one.length : different;
}
