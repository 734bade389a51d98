import type { Plugin } from 'esbuild';

/** Bundles MJML without the parts that Galley never runs. */
export function slimMjml(): Plugin;
