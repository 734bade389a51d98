import { BlockList, isIP } from 'node:net';

/**
 * True for an address of the public internet. Loopback, private, link-local, carrier and reserved
 * networks are not (IANA's special-purpose registries, RFC 6890), nor IPv6 forms that carry an IPv4
 * address inside: whoever translates them could lead to any of these.
 */
export function isPublicAddress(address: string): boolean {
  // A zone, as in fe80::1%eth0, names an interface of this machine.
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false;
  if (family === 4) return !special.check(address, 'ipv4');
  // Only 2000::/3 is given out for use on the internet.
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

// --- internal ---

const special = blockList(
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    // Multicast, what is reserved above it, and broadcast.
    ['224.0.0.0', 3],
  ],
  [
    // Teredo, ORCHID and their neighbours.
    ['2001::', 23],
    ['2001:db8::', 32],
    // 6to4 carries an IPv4 address.
    ['2002::', 16],
    ['3fff::', 20],
  ],
);

/** NAT64 (64:ff9b::/96), mapped (::ffff:0:0/96), local and multicast addresses lie outside. */
const global = blockList([], [['2000::', 3]]);

function blockList(
  ipv4: readonly (readonly [string, number])[],
  ipv6: readonly (readonly [string, number])[],
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, 'ipv6');
  return list;
}
