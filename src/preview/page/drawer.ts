/** The list of issues in a narrow window, where it lies over the page. */
export interface Drawer {
  readonly open: () => void;
  /** False when it was closed already. */
  readonly close: () => boolean;
}

/** In a wide window the side is always there, and its button is not. */
export function createDrawer(button: HTMLElement, side: HTMLElement): Drawer {
  const isOpen = () => side.classList.contains('open');
  const set = (open: boolean): void => {
    side.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  const close = (): boolean => {
    if (!isOpen()) return false;
    const focused = side.contains(document.activeElement);
    set(false);
    if (focused && button.checkVisibility()) button.focus();
    return true;
  };
  const open = (): void => {
    if (button.checkVisibility()) set(true);
  };
  button.addEventListener('click', () => {
    if (isOpen()) close();
    else {
      open();
      side.querySelector<HTMLElement>('[aria-current], input')?.focus();
    }
  });
  // A click beside it closes it.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !side.contains(target) && !button.contains(target)) close();
  });
  return { open, close };
}
