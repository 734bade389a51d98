import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Gives every address of a name, as the system knows them. Rejects when there is none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** Asks the system's resolver, which knows `/etc/hosts` too. */
export const resolveHost: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** The address that a URL's host is, if it is one; else null. */
export function literalAddress(hostname: string): Address | null {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(address);
  return family === 0 ? null : { address, family: family === 6 ? 6 : 4 };
}
