import type { LaunchOptions } from 'playwright-core';

/** The path of a Chromium, else null. */
export function findChromium(): Promise<string | null>;

/** What `chromium.launch` needs; throws when there is no Chromium. */
export function launchOptions(): Promise<LaunchOptions>;
