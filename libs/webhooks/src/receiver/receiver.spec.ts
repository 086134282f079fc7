import { loadConfig } from '#config';
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
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::]/',
    'hooks.example.org',
  ])('is not %s', (url) => expect(isReceiverUrl(url, [])).toBe(false));
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

  it('answers alike for a name that is nowhere', async () => {
    const { client } = clientOf([]);
    expect(await client.mayReach(parcel.url)).toBe(false);
  });
});
