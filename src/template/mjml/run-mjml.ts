/** MJML's complaint about one element. */
export interface MjmlError {
  /** The line of the source the element starts on, from 1. */
  readonly line: number;
  readonly message: string;
  readonly tagName: string;
}

export interface MjmlOutput {
  readonly html: string;
  readonly errors: readonly MjmlError[];
}

/**
 * Turns MJML into HTML, which is empty when MJML can't. The only file that loads MJML, which takes hundreds of milliseconds:
 * only when a theme is compiled.
 */
export async function runMjml(source: string): Promise<MjmlOutput> {
  const { default: mjml2html } = await import('mjml');
  // A fresh `fonts` object each time: `mj-font` writes into it.
  const options = { fonts: {}, keepComments: false, validationLevel: 'soft' } as const;
  try {
    const { html, errors } = await mjml2html(source, options);
    return { html, errors };
  } catch (error) {
    // Some elements in the wrong place make MJML stumble before it can complain of them.
    const message = error instanceof Error ? error.message : String(error);
    return { html: '', errors: [{ line: 0, tagName: 'mjml', message }] };
  }
}
