// Runs in the page of a letter and reports what a reader would see; `browser.ts` puts it there.
globalThis.probe = {
  /** Every element of the body in document order; `parent` is an index, -1 for the body. */
  elements() {
    const all = [...document.body.querySelectorAll('*')];
    const places = new Map(all.map((element, index) => [element, index]));
    return all.map((element) => ({
      tag: element.localName,
      attributes: Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      ),
      text: element.textContent.replace(/\s+/g, ' ').trim(),
      parent: places.get(element.parentElement) ?? -1,
      shown: isShown(element),
      box: boxOf(element),
    }));
  },

  /** Every run of text that is shown, with its colour over what lies behind it. */
  textRuns() {
    return textNodes()
      .filter(({ parentElement }) => isShown(parentElement))
      .map((node) => {
        const parent = node.parentElement;
        const { color, fontSize } = getComputedStyle(parent);
        const inside = [...ancestors(parent)].map(({ localName }) => localName);
        const text = node.data.replace(/\s+/g, ' ').trim();
        return {
          text,
          color,
          backgrounds: backgrounds(parent),
          size: parseFloat(fontSize),
          inside,
        };
      });
  },

  /** How far the document reaches, and the elements that reach beyond the screen. */
  overflow() {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')]
      .filter((element) => isShown(element))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -0.5 || right > width + 0.5 || element.scrollWidth > element.clientWidth + 1;
      })
      // What is inside a line has no width of its own to overflow.
      .filter(
        (element) => getComputedStyle(element).display !== 'inline' || beyondScreen(element, width),
      )
      // The innermost are enough to find the place.
      .filter(
        (element, _, all) => !all.some((other) => other !== element && element.contains(other)),
      )
      .slice(0, 8)
      .map((element) => `${element.localName}: ${element.textContent.trim().slice(0, 40)}`);
    return { screen: width, document: document.documentElement.scrollWidth, beyond };
  },

  /** The characters of each line of each paragraph of prose, but of its last line. */
  lines() {
    return [...document.querySelectorAll('p')].map((paragraph) => {
      const lines = [];
      let bottom = -Infinity;
      for (const node of textNodes(paragraph)) {
        for (const { index, 0: word } of node.data.matchAll(/\S+\s*/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.trimEnd().length);
          // A word of two parts may stand in two lines.
          for (const box of range.getClientRects()) {
            if (box.top > bottom - 4) lines.push('');
            bottom = box.bottom;
          }
          lines[lines.length - 1] += word.replace(/\s+$/, ' ');
        }
      }
      const { fontSize } = getComputedStyle(paragraph);
      return {
        size: parseFloat(fontSize),
        counts: lines.slice(0, -1).map((line) => line.trimEnd().length),
      };
    });
  },
};

function* ancestors(element) {
  for (let at = element; at !== null; at = at.parentElement) yield at;
}

function textNodes(root = document.body) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() !== '') nodes.push(walker.currentNode);
  }
  return nodes;
}

function isShown(element) {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function boxOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function beyondScreen(element, width) {
  const { left, right } = element.getBoundingClientRect();
  return left < -0.5 || right > width + 0.5;
}

/** From the element's own background down to the first that hides what is behind it. */
function backgrounds(element) {
  const colours = [];
  for (const at of ancestors(element)) {
    const { backgroundColor } = getComputedStyle(at);
    if (/^rgba\(.*, 0\)$/.test(backgroundColor)) continue;
    colours.push(backgroundColor);
    if (backgroundColor.startsWith('rgb(')) break;
  }
  return colours;
}
