/**
 * A property of a node as the browser has it. A mail can put an element of that name in its place:
 * `<img name="body">` makes `document.body` an image (DOM clobbering), and a method of that name no
 * method any more.
 */
export function genuine<Of extends Node, Name extends keyof Of>(node: Of, name: Name): Of[Name] {
  // Such names are the object's own; what is inherited can't be named away.
  return Reflect.get(Reflect.getPrototypeOf(node) ?? node, name, node);
}
