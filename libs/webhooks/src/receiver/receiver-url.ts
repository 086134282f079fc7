import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

const PORTS = ['', '8443'];
/** Names that mean this machine, or one beside it. */
const INNER_NAMES = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion)$/;

/** What is told may go to the URL, as far as it can be seen in it; names are looked up when one connects. */
export function isReceiverUrl(text: string, otherOrigins: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, port, username, password, hash } = new URL(text);
  // Others have the origin of what stands in them.
  if (!/^https?:$/.test(protocol)) return false;
  if (username !== '' || password !== '' || hash !== '') return false;
  if (otherOrigins.includes(origin)) return true;
  return protocol === 'https:' && PORTS.includes(port) && isOuterHost(hostOf(text));
}

/** The name or address in a URL, without the brackets of IPv6; other forms of IPv4 are written plainly by then. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replaceAll(/^\[|\]$/g, '');
}

/** Enough to know it again: whoever has the whole may send there. */
export function maskUrl(url: string): string {
  return `${new URL(url).origin}/…${url.slice(-4)}`;
}

function isOuterHost(host: string): boolean {
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !host.endsWith('.') && !INNER_NAMES.test(host);
}
