import { BlockList, isIP } from 'node:net';

/**
 * IPv4 that is not public unicast: IANA's special-purpose registry (RFC 6890 and after), multicast and reserved, and the
 * address at which one large cloud talks to its machines although it lies in a public range.
 */
// prettier-ignore
const SPECIAL_V4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
];

/** Public IPv6 is what lies in here … */
const GLOBAL_V6 = ['2000::/3'];

/** … and not in here: protocol assignments with Teredo, documentation, 6to4, AS112. Tunnels carry an IPv4 address inside. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

/** Where connections to the outside may go. */
export class AddressCheck {
  private readonly allowed: BlockList;
  private readonly special = listOf([...SPECIAL_V4, ...SPECIAL_V6]);
  private readonly global = listOf(GLOBAL_V6);

  /** @param allow networks that are reached although they are not public, in CIDR notation */
  constructor(allow: readonly string[] = []) {
    this.allowed = listOf(allow);
  }

  /** True for public unicast and for what the operator allows; `address` is what a name resolved to, never a name. */
  permits(address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (this.allowed.check(address, type)) return true;
    if (this.special.check(address, type)) return false;
    return family === 4 || this.global.check(address, type);
  }
}

/** The address in a URL whose host is not a name, else null. `URL` has brought odd notations (0x7f.1, 2130706433, 127.1.) into the usual form. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? null : host;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
