import type { PublicationInput } from './publication.ts';

/** Types a config: `export default defineConfig({ … })`. Returns it unchanged. */
export function defineConfig(config: PublicationInput): PublicationInput {
  return config;
}
