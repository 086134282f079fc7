import { loadConfig } from '#config';
import { Socket, type TcpNetConnectOpts } from 'node:net';
import type { HostAddress, NameLookup } from './name-lookup.js';
import { isPublicAddress } from './public-address.js';
import { ReceiverClient } from './receiver-client.js';
import { isReceiverUrl } from './receiver-url.js';

const PRIVATE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'no address',
];

describe('an address', () => {
  it.each(PRIVATE)('%s is not public', (text) => expect(isPublicAddress(text)).toBe(false));

  it.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is public',
    (text) => expect(isPublicAddress(text)).toBe(true),
  );
});

describe('the URL of a receiver', () => {
  it.each([
    'https://hooks.example.org/lianjian?key=1',
    'https://hooks.example.org:8443/',
    'https://8.8.8.8/hook',
    'https://[2606:4700:4700::1111]/hook',
  ])('may be %s', (url) => expect(isReceiverUrl(url, [])).toBe(true));

  it.each([
    'http://hooks.example.org/',
    'ftp://hooks.example.org/',
    'https://hooks.example.org:22/',
    'https://user@hooks.example.org/',
    'https://user:word@hooks.example.org/',
    'https://hooks.example.org/#part',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://hooks.example.org./',
    'https://169.254.169.254/latest/meta-data/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://10.0.0.1:8443/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://100.127.255.255/',
    'https://0.0.0.0/',
    'https://224.0.0.251/',
    'https://[fc00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://hooks.example.org:80/',
    'https://hooks.example.org:6379/',
    'https://8.8.8.8@127.0.0.1/',
    'https://127.0.0.1%2f@8.8.8.8/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::]/',
    'hooks.example.org',
  ])('is not %s', (url) => expect(isReceiverUrl(url, [])).toBe(false));

  it('may be of an origin that the operator names, and is never what only has that origin', () => {
    const origin = 'http://127.0.0.1:8080';
    expect(isReceiverUrl(`${origin}/hook`, [origin])).toBe(true);
    expect(isReceiverUrl(`blob:${origin}/hook`, [origin])).toBe(false);
  });
});

describe('what is sent to a name', () => {
  /** One after the other, as a name server of an attacker answers. */
  const clientOf = (...answers: string[][]) => {
    const asked: string[] = [];
    const names: NameLookup = {
      find: async (name): Promise<HostAddress[]> => {
        asked.push(name);
        return (answers.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      },
    };
    return { asked, client: new ReceiverClient(loadConfig({}), names) };
  };
  const parcel = { url: 'https://hooks.example.org/', headers: {}, body: '{}' };

  it.each([
    [['127.0.0.1']],
    [['93.184.216.34', '10.0.0.1']],
    [['::ffff:127.0.0.1']],
    [['2606:4700::1', 'fd00::1']],
  ])('goes nowhere when it leads to %s', async (addresses) => {
    const { client } = clientOf(addresses, addresses);
    expect(await client.mayReach(parcel.url)).toBe(false);
    await expect(client.post(parcel)).rejects.toMatchObject({ failure: 'FORBIDDEN_ADDRESS' });
  });

  it('goes nowhere when it led elsewhere before', async () => {
    const { client, asked } = clientOf(['93.184.216.34'], ['127.0.0.1']);
    expect(await client.mayReach(parcel.url)).toBe(true);
    await expect(client.post(parcel)).rejects.toMatchObject({ failure: 'FORBIDDEN_ADDRESS' });
    expect(asked).toEqual(['hooks.example.org', 'hooks.example.org']);
  });

  it('goes to the addresses that were checked: no name is looked up again to connect', async () => {
    const addresses = ['93.184.216.34', '2606:2800:220:1::1'];
    const { client, asked } = clientOf(addresses, ['127.0.0.1']);
    const connected: unknown[] = [];
    const kept = Object.getOwnPropertyDescriptor(Socket.prototype, 'connect') ?? {};
    // In place of a connection, so that nothing leaves this machine.
    const value = function stop(this: Socket, ...given: unknown[]) {
      const [{ host, port, lookup }] = given.flat() as [TcpNetConnectOpts];
      lookup?.(host ?? '', { all: true }, (_error, found) => connected.push({ host, port, found }));
      setImmediate(() => this.destroy(new Error('Stopped.')));
      return this;
    };
    Object.defineProperty(Socket.prototype, 'connect', { ...kept, value });
    try {
      await expect(client.post(parcel)).rejects.toMatchObject({ failure: 'UNREACHABLE' });
    } finally {
      Object.defineProperty(Socket.prototype, 'connect', kept);
    }
    const found = [
      { address: addresses[0], family: 4 },
      { address: addresses[1], family: 6 },
    ];
    expect(connected).toEqual([{ host: 'hooks.example.org', port: 443, found }]);
    expect(asked).toEqual(['hooks.example.org']);
  });

  it('answers alike for a name that is nowhere', async () => {
    const { client } = clientOf([]);
    expect(await client.mayReach(parcel.url)).toBe(false);
  });
});
