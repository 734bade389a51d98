/** The text of dist/index.d.ts. */
export function declarations(): Promise<string>;
