/** The pages that are made, by their paths in the repository. */
export function referencePages(): Promise<
  readonly { readonly path: string; readonly text: string }[]
>;
