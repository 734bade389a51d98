import { families } from './clients.ts';

/** A set of mail programs, as bits by their place in `clients`. */
export type Clients = number;

/** Who doesn't support what. */
export interface Support {
  /** The mail programs that don't know a feature, of those that come to it. */
  readonly lacking: (feature: string | null, within: readonly string[], hidden: boolean) => Clients;
  /** Their names, in one line: `Gmail and Outlook (Windows)`. */
  readonly name: (clients: Clients) => string;
  /** The features that some of them don't know. */
  readonly features: readonly string[];
}

/** Loads caniemail's data, of which the build keeps what is read here. */
export async function loadSupport(): Promise<Support> {
  const { default: caniemail } = await import('caniemail/caniemail.json', {
    with: { type: 'json' },
  });
  return readSupport(caniemail.data);
}

/** Reads the features of caniemail's data. */
export function readSupport(data: readonly unknown[]): Support {
  const lacking = new Map(
    (data as readonly Feature[]).map(({ slug, stats }) => [slug, lackingIn(stats)]),
  );
  return {
    lacking: (feature, within, hidden) => {
      const unaware = feature === null ? all : (lacking.get(feature) ?? 0);
      const missed = within.map((one) =>
        one === 'only-outlook-web' ? all & ~outlookWeb : (lacking.get(one) ?? 0),
      );
      const apart = missed.reduce((sum, one) => sum | one, hidden ? outlookWindows : 0);
      return unaware & ~apart;
    },
    name: nameClients,
    features: [...lacking].filter(([, clients]) => clients !== 0).map(([slug]) => slug),
  };
}

// --- internal ---

interface Feature {
  readonly slug: string;
  /** By family and platform: each version that was tried, the latest last, and how it went. */
  readonly stats: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
  >;
}

const clients = families.flatMap(({ id, name, platforms }) =>
  platforms.map((platform) => ({ family: name, id, ...platform })),
);
const all: Clients = (1 << clients.length) - 1;
const outlookWindows = bitsOf((id, platform) => id === 'outlook' && platform === 'windows');
const outlookWeb = bitsOf((id, platform) => id === 'outlook' && platform === 'outlook-com');

function bitsOf(isMeant: (id: string, platform: string) => boolean): Clients {
  return clients.reduce((bits, { id, ids }, index) => {
    return ids.some((platform) => isMeant(id, platform)) ? bits | (1 << index) : bits;
  }, 0);
}

/** Only a plain no counts: what is partly supported, or wasn't tried, is given the benefit. */
function lackingIn(stats: Feature['stats']): Clients {
  return clients.reduce((bits, { id, ids }, index) => {
    const results = ids.map((platform) => Object.values(stats[id]?.[platform] ?? {}).at(-1));
    const tried = results.filter((result) => result !== undefined);
    const lacks = tried.length > 0 && tried.every((result) => result.startsWith('n'));
    return lacks ? bits | (1 << index) : bits;
  }, 0);
}

function nameClients(set: Clients): string {
  const names = families.flatMap(({ name }) => {
    const own = clients.flatMap((client, index) =>
      client.family === name ? [{ client, index }] : [],
    );
    const named = own.filter(({ index }) => (set & (1 << index)) !== 0);
    if (named.length === 0) return [];
    if (named.length === own.length) return [name];
    return [`${name} (${named.map(({ client }) => client.name).join(', ')})`];
  });
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
