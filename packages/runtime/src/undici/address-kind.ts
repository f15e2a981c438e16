import { BlockList, isIP } from 'node:net';

/** What an address is for. `service` are addresses at which clouds serve their machines' own credentials. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'service'
  | 'multicast'
  | 'mapped'
  | 'reserved';

type Block = readonly [kind: AddressKind, network: string, prefix: number];

/** The IANA registry of special addresses; the first that fits counts. */
const blocks4: readonly Block[] = [
  ['service', '100.100.100.200', 32],
  ['service', '168.63.129.16', 32],
  ['reserved', '0.0.0.0', 8],
  ['private', '10.0.0.0', 8],
  ['private', '100.64.0.0', 10],
  ['loopback', '127.0.0.0', 8],
  ['link-local', '169.254.0.0', 16],
  ['private', '172.16.0.0', 12],
  ['reserved', '192.0.0.0', 24],
  ['reserved', '192.0.2.0', 24],
  ['mapped', '192.88.99.0', 24],
  ['private', '192.168.0.0', 16],
  ['reserved', '198.18.0.0', 15],
  ['reserved', '198.51.100.0', 24],
  ['reserved', '203.0.113.0', 24],
  ['multicast', '224.0.0.0', 4],
  ['reserved', '240.0.0.0', 4],
  ['public', '0.0.0.0', 0],
];

/** Only 2000::/3 is handed out; what is beyond it and not named here is reserved. */
const blocks6: readonly Block[] = [
  ['loopback', '::1', 128],
  ['reserved', '::', 128],
  ['mapped', '::', 96],
  ['mapped', '::ffff:0:0', 96],
  ['mapped', '::ffff:0:0:0', 96],
  ['mapped', '64:ff9b::', 96],
  ['mapped', '64:ff9b:1::', 48],
  ['mapped', '2001::', 32],
  ['mapped', '2002::', 16],
  ['reserved', '2001::', 23],
  ['reserved', '2001:db8::', 32],
  ['reserved', '3fff::', 20],
  ['service', 'fd00:ec2::', 32],
  ['service', 'fd20:ce::', 32],
  ['private', 'fc00::', 7],
  ['link-local', 'fe80::', 10],
  ['multicast', 'ff00::', 8],
  ['public', '2000::', 3],
];

const lists = { 4: compile(blocks4, 'ipv4'), 6: compile(blocks6, 'ipv6') };

/** The kind of an IP address as a resolver or a URL spells it; `reserved` for anything else. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address) as 0 | 4 | 6;
  if (family === 0) return 'reserved';
  const [plain = ''] = address.split('%');
  return lists[family].find(({ list }) => list.check(plain, `ipv${family}`))?.kind ?? 'reserved';
}

function compile(blocks: readonly Block[], family: 'ipv4' | 'ipv6') {
  return blocks.map(([kind, network, prefix]) => {
    const list = new BlockList();
    list.addSubnet(network, prefix, family);
    return { kind, list };
  });
}
