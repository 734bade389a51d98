import type { Io } from './io.ts';

/** Opens an address; `open` by sindresorhus does. */
export type Opener = (address: string) => Promise<unknown>;

/**
 * Opens an address in the browser, unless `BROWSER` is none. Where that is not possible, as on a
 * computer without one, it says so: the address was printed before.
 */
export async function openBrowser(
  address: string,
  { env, stderr }: Pick<Io, 'env' | 'stderr'>,
  opener: Opener = openWithSystem,
): Promise<void> {
  if (env['BROWSER'] === 'none') return;
  try {
    await opener(address);
  } catch {
    stderr.write('No browser could be opened here: go to the address yourself.\n');
  }
}

// --- internal ---

async function openWithSystem(address: string): Promise<void> {
  const { default: open } = await import('open');
  await open(address);
}
