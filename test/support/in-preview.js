/*
 * Runs in the preview's page, in a real browser: what is really shown there. Evaluated as a whole,
 * then asked by name.
 */
window.probe = (() => {
  const frame = () => document.querySelector('view-pane:not([hidden]) iframe:not(.coming)');
  const mail = () => frame()?.contentDocument ?? null;
  const style = (selector) => getComputedStyle(mail().querySelector(selector));
  const afterFrame = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let watched = null;

  return {
    /** The mail as it is drawn: sizes in CSS pixels, colours as CSS computes them. */
    mail: () => ({
      width: frame().contentWindow.innerWidth,
      top: frame().contentWindow.scrollY,
      text: style('h1').color,
      background: style('body').backgroundColor,
      link: style('a[href^="https://example.com/"]').color,
      pictures: [...mail().images].map((image) => image.naturalWidth),
      styles: mail().querySelectorAll('style').length,
    }),
    scroll: (top) => frame().contentWindow.scrollTo(0, top),
    /** Looks at the mail in every frame that the browser paints from now on. */
    watch() {
      const [first, view] = [frame(), frame().contentWindow];
      watched = { frames: 0, fewestCharacters: Infinity, tops: new Set(), isSame: true };
      const look = () => {
        watched.frames++;
        const characters = mail()?.body?.textContent.trim().length ?? 0;
        watched.fewestCharacters = Math.min(watched.fewestCharacters, characters);
        watched.tops.add(view.scrollY);
        watched.isSame &&= frame() === first && first.contentWindow === view;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    watched: () => ({ ...watched, tops: [...watched.tops] }),
    /** Resolves when something of the issue was drawn. */
    async drawn() {
      while (performance.getEntriesByName('drawn').length === 0) await afterFrame();
    },
    /** Resolves when the mail has a text, and that is painted. */
    async shows(text) {
      while (!mail()?.body?.textContent.includes(text)) await afterFrame();
      await afterFrame();
    },
  };
})();
