import packageJson from '../package.json' with { type: 'json' };

declare const GALLEY_BUILD: string | undefined;

/** Galley's version, from package.json. */
export const version: string = packageJson.version;

/** Names this build of Galley: what another build has made and kept is made again. */
export const build: string = typeof GALLEY_BUILD === 'undefined' ? 'unbundled' : GALLEY_BUILD;
