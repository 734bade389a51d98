/** Scrolls the frame to an element and marks it for a moment, which changes nothing of the mail. */
export function markPlace(frame: HTMLIFrameElement, place: Element): void {
  const { contentDocument: mail, contentWindow: view } = frame;
  if (mail === null || view === null) return;
  const { top, height } = Element.prototype.getBoundingClientRect.call(place);
  const room = Math.max(view.innerHeight - height, view.innerHeight / 4);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  view.scrollTo({
    left: view.scrollX,
    top: view.scrollY + top - room / 2,
    behavior: isCalm ? 'instant' : 'smooth',
  });
  for (const mark of Document.prototype.getAnimations.call(mail)) {
    if (mark.id === markName) mark.cancel();
  }
  // Both ends are alike: it stands still and then is gone.
  const mark = { outline: '3px solid #d9480f', outlineOffset: '2px' };
  Element.prototype.animate.call(place, [mark, mark], { id: markName, duration: markedFor });
}

// --- internal ---

/** What the mark is called among the animations of the mail. */
const markName = 'galley-mark';

/** Milliseconds. */
const markedFor = 3000;
