import { Config } from '#config';
import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSafe } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { NameLookup, type HostAddress } from './name-lookup.js';
import { NotReceived } from './not-received.js';
import { isPublicAddress } from './public-address.js';
import { hostOf, isReceiverUrl } from './receiver-url.js';

const PATIENCE_MS = 10_000;
const LOOKUP_PATIENCE_MS = 3_000;
/** Of an answer nothing is wanted but its status. */
const MOST_BYTES = 16 * 1024;

export interface Parcel {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts to receivers outside, and to no address within: what was checked is what one connects to. */
@Injectable()
export class ReceiverClient {
  constructor(
    private readonly config: Config,
    private readonly names: NameLookup,
  ) {}

  /** Whether something may be sent there now; a name that is nowhere is no better than a private one. */
  async mayReach(url: string): Promise<boolean> {
    try {
      await this.addressesOf(url);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The status of the answer, whatever it is. Redirects are not followed.
   * @throws NotReceived when nobody answers, or it must not go there
   */
  async post({ url, headers, body }: Parcel): Promise<number> {
    const addresses = await this.addressesOf(url);
    const send = url.startsWith('https:') ? requestSafe : requestPlain;
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // No connection of another lookup is used again.
      agent: false,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(addresses && { lookup: lookupOf(addresses) }),
    };
    try {
      const request = send(url, options);
      // A connection may break after the answer too, when nobody waits for it any more.
      request.on('error', () => {});
      request.end(body);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      // Its status was told, however the rest of it ends.
      await drop(response).catch(() => {});
      return response.statusCode ?? 0;
    } catch {
      // What went wrong would name the address.
      throw new NotReceived('UNREACHABLE');
    }
  }

  /** Those to connect to; null where the URL says it all, or the operator has named its origin. */
  private async addressesOf(url: string): Promise<HostAddress[] | null> {
    const { webhookOrigins } = this.config;
    // Looked at again: the operator may have taken an origin away since it was set.
    if (!isReceiverUrl(url, webhookOrigins)) throw new NotReceived('FORBIDDEN_ADDRESS');
    const host = hostOf(url);
    if (isIP(host) !== 0 || webhookOrigins.includes(new URL(url).origin)) return null;
    const addresses = await this.find(host);
    if (addresses.length === 0) throw new NotReceived('UNREACHABLE');
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      throw new NotReceived('FORBIDDEN_ADDRESS');
    return addresses;
  }

  private async find(host: string): Promise<HostAddress[]> {
    const ended = new AbortController();
    const late = pause(LOOKUP_PATIENCE_MS, [], { signal: ended.signal, ref: false }).catch(() => []);
    const addresses = await Promise.race([this.names.find(host).catch(() => []), late]);
    ended.abort();
    return addresses;
  }
}

function lookupOf(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, { all }, tell) => {
    const [first] = addresses;
    if (all || !first) tell(null, [...addresses]);
    else tell(null, first.address, first.family);
  };
}

async function drop(response: IncomingMessage): Promise<void> {
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) break;
  }
  response.destroy();
}
