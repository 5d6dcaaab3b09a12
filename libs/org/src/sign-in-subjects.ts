import { isIPv6 } from 'node:net';
import { normaliseUsername } from './person.js';
import { sha256 } from './secrets.js';

/** What wrong passwords are counted for, and how fast they are forgotten. */
export interface Subject {
  readonly key: string;
  /** One wrong try is forgotten after so many seconds. */
  readonly drainSeconds: number;
}

/** An account, known or not. Hashed, because people type passwords into the field for the user name. */
export function accountSubject(username: string): Subject {
  return { key: `account:${sha256(normaliseUsername(username)).toString('hex')}`, drainSeconds: 900 };
}

/** An address; it drains faster, because a whole office may stand behind one. */
export function addressSubject(address: string): Subject {
  return { key: `address:${network(address)}`, drainSeconds: 60 };
}

/** An IPv6 customer is given a /64, so that is one address; IPv4 written as IPv6 is IPv4. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = '', tail] = address.replace(/%.*/, '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
