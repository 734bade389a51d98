import type { Plugin } from 'esbuild';

export function slimCaniemail(): Plugin;
export function slimData(caniemail: { readonly data: readonly unknown[] }): {
  readonly data: readonly unknown[];
};
