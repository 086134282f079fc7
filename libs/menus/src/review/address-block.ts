import { isIPv6 } from 'node:net';

const GROUPS = 8;

/** What counts as one sender: an IPv4 address, or a /64 of IPv6, which is what one household or telephone has. */
export function addressBlock(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(plain) ?? [];
  if (mapped) return mapped;
  const [head = '', tail = ''] = plain.replace(/\d+(?:\.\d+){3}$/, '0:0').split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array<number>(Math.max(0, GROUPS - before.length - after.length)).fill(0);
  const first = [...before, ...zeros, ...after].slice(0, GROUPS / 2);
  return `${first.map((group) => group.toString(16)).join(':')}::/64`;
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
