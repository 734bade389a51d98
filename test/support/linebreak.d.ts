/** The package has no types of its own. Only tests use it, to hold `split-wide.ts` against it. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
