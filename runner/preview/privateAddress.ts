import { BlockList, isIPv6 } from 'node:net';

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
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ];
  const ipv6: [string, number][] = [
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ];
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, 'ipv6');
  return list;
}

/** Whether an IP address is none of the public internet. Addresses that wrap an IPv4 one (`::ffff:10.0.0.1`, `64:ff9b::`, 6to4) count as it. */
export function isPrivateAddress(ip: string): boolean {
  if (!isIPv6(ip)) return blocked.check(ip, 'ipv4');
  const wrapped = wrappedIpv4(ip);
  return blocked.check(ip, 'ipv6') || (wrapped !== undefined && blocked.check(wrapped, 'ipv4'));
}

function wrappedIpv4(ip: string): string | undefined {
  const groups = expand(ip);
  const prefix = groups.slice(0, 6).join(':');
  const last = ['0:0:0:0:0:ffff', '0:0:0:0:0:0', '64:ff9b:0:0:0:0'].includes(prefix) ? groups.slice(6) : undefined;
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
