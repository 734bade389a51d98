import type { OutputFile } from 'esbuild';

export interface BundlePageOptions {
  /** `dist/page` if left out. */
  readonly outdir?: string;
  /** False for the files alone. */
  readonly write?: boolean;
}

/** Bundles the page of the preview. */
export function bundlePage(options?: BundlePageOptions): Promise<readonly OutputFile[]>;
