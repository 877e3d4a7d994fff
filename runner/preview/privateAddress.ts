import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What a preview does not connect to without asking: this machine, its own network, and where clouds keep their credentials. */
const blocked = makeList();

function makeList(): BlockList {
  const list = new BlockList();
  const ipv4: [string, number][] = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    // Azure's own, as good as link-local there.
    ['168.63.129.16', 32],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ];
  const ipv6: [string, number][] = [
    ['::', 127],
    // NAT64 within a network (RFC 8215), and Teredo, which tunnels to an address that is not in clear.
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 32],
    ['fc00::', 7],
    // Link-local, and site-local of old.
    ['fe80::', 9],
    ['ff00::', 8],
  ];
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, 'ipv6');
  return list;
}

/**
 * Whether an IP address is none of the public internet. Addresses that wrap an IPv4 one count as it: `::ffff:10.0.0.1`, `::ffff:0:10.0.0.1`,
 * `64:ff9b::10.0.0.1` (NAT64), `2002:a00:1::` (6to4). What is no address counts as private.
 */
export function isPrivateAddress(ip: string): boolean {
  if (isIPv4(ip)) return blocked.check(ip, 'ipv4');
  if (!isIPv6(ip)) return true;
  const wrapped = wrappedIpv4(ip);
  return blocked.check(ip, 'ipv6') || (wrapped !== undefined && blocked.check(wrapped, 'ipv4'));
}

/** The first six groups of addresses whose last two are an IPv4 one. */
const wrapping = new Set(['0:0:0:0:0:0', '0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0']);

function wrappedIpv4(ip: string): string | undefined {
  const groups = expand(ip);
  const prefix = groups.slice(0, 6).join(':');
  const last = wrapping.has(prefix) ? groups.slice(6) : undefined;
  const pair = groups[0] === '2002' ? groups.slice(1, 3) : last;
  if (!pair) return undefined;
  const number = Number.parseInt(pair[0] ?? '0', 16) * 0x10000 + Number.parseInt(pair[1] ?? '0', 16);
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');
}

/** Eight groups of hex digits without leading zeros. */
function expand(ip: string): string[] {
  const url = new URL(`http://[${ip.replace(/%.*$/, '')}]/`);
  const [head = '', tail] = url.hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return tail === undefined ? before : [...before, ...zeros, ...after];
}
