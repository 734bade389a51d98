/** Shortens the content of a `<style>`; marks in it are opaque words. */
export function minifyStylesheet(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ !important/g, '!important')
    .replace(/;}/g, '}')
    .trim();
}

/** Shortens the content of a `style` attribute. */
export function minifyDeclarations(css: string): string {
  return css
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?; ?/g, ';')
    .replace(/(^|;)([a-z-]+) ?: ?/g, '$1$2:')
    .replace(/(?<=(?:^|;)(?:margin|padding)(?:-[a-z]+)?:)[^;]*/g, (value) =>
      // Only here: with other properties a unit is something that Outlook reads.
      value.replace(/(?<![\w.#])0px/g, '0'),
    )
    .replace(/^[ ;]+|[ ;]+$/g, '');
}
